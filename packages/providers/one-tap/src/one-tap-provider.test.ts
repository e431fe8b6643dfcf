import { createServer, type RequestListener } from "node:http";
import type { Provider } from "@shiming/contract";
import { listenOnLoopback, providerContext, type Listening } from "@shiming/contract-tests";
import { afterEach, describe, expect, it } from "vitest";
import { chinaMobile, type ChinaMobileOptions } from "./china-mobile/china-mobile.ts";

const keys = { appId: "300000000001", appKey: "EXAMPLE" };
const token = "token-1";
const phone = "16400000001";
const kind = "phone-possession";

const opened: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (one) => one.close?.()));
});

async function serve(listener: RequestListener): Promise<Listening> {
  const server = await listenOnLoopback(createServer(listener));
  opened.push(server);
  return server;
}

function make(options: Partial<ChinaMobileOptions> = {}): Provider {
  const provider = chinaMobile({ ...keys, ...options });
  opened.push(provider);
  return provider;
}

/** The store takes a token back after every failure: the worst that an engine may do. */
const context = () => providerContext({ claimOnce: async () => true });

async function ask(provider: Provider, check: object = { kind, token, phone }): Promise<unknown> {
  const one = context();
  // The shape of the check is each test's own.
  return provider.verify(one.sealFor(check as never), one).catch((error: unknown) => error);
}

describe("a one-tap provider", () => {
  it.each<[string, RequestListener, object]>([
    ["is lost", (request) => request.socket.destroy(), { status: "in-doubt" }],
    ["is 503", (_, response) => response.writeHead(503).end(), { code: "UNAVAILABLE", retryable: true }],
    ["is 429", (_, response) => response.writeHead(429).end(), { code: "THROTTLED", retryable: true }],
    ["is not understood", (_, response) => response.end("{}"), { code: "RESPONSE_INVALID" }],
    [
      "is good",
      (_, response) => response.end(`{"resultCode":"103000","msisdn":"${phone}"}`),
      { status: "match" },
    ],
  ])(
    "never sends a token twice, whatever the engine does, after an answer that %s",
    async (_what, listener, end) => {
      let asked = 0;
      const { url } = await serve((request, response) => {
        asked += 1;
        listener(request, response);
      });
      const provider = make({ baseUrl: url });

      expect(await ask(provider)).toMatchObject(end);
      expect(await ask(provider)).toMatchObject({ code: "REJECTED", charge: { basis: "nothing was sent" } });
      expect(asked).toBe(1);
    },
  );

  it("sends a token when the first try has not left", async () => {
    const gone = await serve(() => {});
    const { url } = gone;
    await gone.close();
    opened.length = 0;
    const provider = make({ baseUrl: url });

    expect(await ask(provider)).toMatchObject({ code: "UNAVAILABLE" });
    expect(await ask(provider)).toMatchObject({ code: "UNAVAILABLE", charge: { basis: "nothing was sent" } });
  });

  it("sends a token once when two ask at the same moment", async () => {
    let asked = 0;
    const { url } = await serve((_, response) => {
      asked += 1;
      response.end(`{"resultCode":"103000","msisdn":"${phone}"}`);
    });
    const provider = make({ baseUrl: url });
    await Promise.all([ask(provider), ask(provider)]);

    expect(asked).toBe(1);
  });

  it("tells a number to an app that asks for it, and only to that", async () => {
    const { url } = await serve((_, response) => response.end(`{"resultcode":"103000","msisdn":"${phone}"}`));
    const provider = make({ baseUrl: url, price: 30_000 });

    expect(await ask(provider, { kind, token: "a" })).toMatchObject({
      attributes: { "mobile-number": phone },
      charge: { charged: "yes", costMicros: 30_000 },
    });
    expect(JSON.stringify(await ask(provider, { kind, token: "b", phone: "16400000002" }))).not.toContain(
      phone,
    );
  });

  it.each<[string, Partial<ChinaMobileOptions>, object]>([
    ["of another kind", {}, { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" }],
    ["of another carrier", {}, { kind, token, operator: "CTCC" }],
    ["without a number to compare", { product: "number-check" }, { kind, token }],
  ])("opens nothing of a check that it cannot do: one %s", async (_what, options, check) => {
    const one = context();
    // The shape of the check is each case's own.
    const call = make(options).verify(one.sealFor(check as never), one);

    await expect(call).rejects.toMatchObject({ code: "UNSUPPORTED" });
    expect(one.revealed).toEqual([]);
  });

  it("says that a number cannot be one before anything is sent", async () => {
    expect(await ask(make(), { kind, token, phone: "1640000" })).toEqual({
      status: "invalid",
      problems: [{ field: "mobile-number", rule: "MOBILE_FORMAT" }],
      charge: { charged: "no", basis: "nothing was sent" },
    });
  });

  it("tells where the data go and what it can do", () => {
    expect(make({ price: 1000 })).toMatchObject({
      id: "china-mobile",
      region: "CN",
      hosts: ["www.cmpassport.com"],
      capabilities: [
        { kind, fields: ["one-tap-token"], costMicros: 1000 },
        { kind, fields: ["one-tap-token", "mobile-number"], costMicros: 1000 },
      ],
    });
    expect(make({ product: "number-check" }).capabilities).toEqual([
      { kind, fields: ["one-tap-token", "mobile-number"] },
    ]);
  });

  it.each<[string, object]>([
    ["appId", { appId: "" }],
    ["appKey", { appKey: undefined }],
    ["product", { product: "both" }],
    ["price", { price: 0.03 }],
    ["baseUrl", { baseUrl: "http://www.cmpassport.com" }],
  ])("refuses a wrong %s when it is made", (path, wrong) => {
    expect(() => make(wrong)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });
});
