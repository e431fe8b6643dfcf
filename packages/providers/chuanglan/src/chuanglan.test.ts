import { createServer, type RequestListener } from "node:http";
import { listenOnLoopback, providerContext, type Listening } from "@shiming/contract-tests";
import { afterEach, describe, expect, it } from "vitest";
import { chuanglan } from "./chuanglan.ts";
import type { ChuanglanOptions } from "./options.ts";
import { CHUANGLAN_RESULT_TABLES } from "./result-tables.ts";
import {
  COMPANY,
  COMPANY_WITH_PERSON,
  COMPANY_WITH_PERSON_AND_NUMBER,
  RESIDENT_ID,
  THREE_ELEMENTS,
  TWO_ELEMENTS,
} from "./test-support/checks.ts";

const keys = { appId: "EXAMPLE_APP", appSecret: "EXAMPLE" };
const listening: Listening[] = [];

afterEach(async () => {
  await Promise.all(listening.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await listenOnLoopback(createServer(listener));
  listening.push(server);
  return server.url;
}

describe("chuanglan", () => {
  it("tells where the data go and what it can do", () => {
    const prices = { "credit-code": 100, "business-four-auth": 300 };

    expect(chuanglan({ ...keys, prices })).toMatchObject({
      specificationVersion: 1,
      id: "chuanglan",
      region: "CN",
      hosts: ["wsauth.253.com", "wsapi.253.com"],
      capabilities: [
        { kind: "resident-id", fields: ["name", "id-document-number"] },
        { kind: "phone", fields: ["mobile-number", "name"] },
        { kind: "phone", fields: ["mobile-number", "name", "id-document-number"] },
        { kind: "credit-code", fields: ["credit-code", "entity-name"], costMicros: 100 },
        {
          kind: "credit-code",
          fields: ["credit-code", "entity-name", "legal-representative-name"],
          costMicros: 100,
        },
        {
          kind: "credit-code",
          fields: [
            "credit-code",
            "entity-name",
            "legal-representative-name",
            "legal-representative-id-number",
          ],
          costMicros: 300,
        },
      ],
    });
  });

  it("tells the host it was pointed at", () => {
    expect(chuanglan({ ...keys, baseUrl: "http://127.0.0.1:7700" }).hosts).toEqual(["127.0.0.1:7700"]);
  });

  it("can be given a price for every action", () => {
    const prices = Object.fromEntries(CHUANGLAN_RESULT_TABLES.map(({ action }) => [action, 1]));

    expect(() => chuanglan({ ...keys, prices })).not.toThrow();
  });

  it.each<[string, Partial<Record<keyof ChuanglanOptions, unknown>>]>([
    ["appId", { appId: "" }],
    ["appSecret", { appSecret: undefined }],
    ["baseUrl", { baseUrl: "http://wsauth.253.com" }],
    ["baseUrl", { baseUrl: "https://wsauth.253.com/api" }],
    ["prices", { prices: { residentId: 1 } }],
    ["prices.phone", { prices: { phone: 0.25 } }],
    ["prices.carriers-auth", { prices: { "carriers-auth": -1 } }],
    ["verifyMode", { verifyMode: "1" }],
    ["digest", { digest: "sm3" }],
    ["newNonce", { newNonce: "once" }],
    ["transport.connections", { transport: { connections: 0 } }],
  ])("refuses a wrong %s when it is made", (path, wrong) => {
    // Past the compiler, as a caller without types would.
    const options = { ...keys, ...wrong } as ChuanglanOptions;

    expect(() => chuanglan(options)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it.each([
    RESIDENT_ID,
    TWO_ELEMENTS,
    THREE_ELEMENTS,
    COMPANY,
    COMPANY_WITH_PERSON,
    COMPANY_WITH_PERSON_AND_NUMBER,
  ])("sends one signed request and reads the answer: $kind", async (check) => {
    const asked: string[] = [];
    const baseUrl = await serve((request, response) => {
      asked.push(`${request.method} ${request.url} ${String(request.headers["appid"])}`);
      const parts = { ent_name_match: "1", credit_code_match: "1", entNameMatch: "1", creditCodeMatch: "1" };
      const data = { result: "01", ...parts, legalPerNameMatch: "1" };
      response.end(JSON.stringify({ code: "000000", requestId: "r-1", chargeStatus: 1, data }));
    });
    const context = providerContext();
    const provider = chuanglan({ ...keys, baseUrl, prices: { [check.kind]: 1_000_000 } });
    const result = await provider.verify(context.sealFor(check), context);
    await provider.close?.();

    expect(result).toMatchObject({ status: "match", charge: { charged: "yes", costMicros: 1_000_000 } });
    expect(asked).toEqual([expect.stringMatching(/^POST \/api\/v2\/\S+ EXAMPLE_APP$/)]);
  });

  it("makes a fresh nonce for every request, and never sends the secret", async () => {
    const nonces: unknown[] = [];
    let sent = "";
    const baseUrl = await serve((request, response) => {
      nonces.push(request.headers["nonce"]);
      sent += JSON.stringify(request.rawHeaders);
      request.on("data", (chunk: Buffer) => (sent += chunk.toString()));
      request.on("end", () => response.end('{"code":"000000","data":{"result":"01"}}'));
    });
    const provider = chuanglan({ ...keys, appSecret: "a secret of its own", baseUrl });
    const context = providerContext();
    await Promise.all([1, 2, 3].map(() => provider.verify(context.sealFor(RESIDENT_ID), context)));
    await provider.close?.();

    expect(new Set(nonces).size).toBe(3);
    expect(sent).not.toContain("a secret of its own");
  });

  it("says in doubt, and does not ask again, when the answer is lost", async () => {
    let asked = 0;
    const baseUrl = await serve((request) => {
      asked++;
      request.socket.destroy();
    });
    const context = providerContext();
    const provider = chuanglan({ ...keys, baseUrl });

    expect(await provider.verify(context.sealFor(RESIDENT_ID), context)).toMatchObject({
      status: "in-doubt",
      charge: { charged: "unknown" },
    });
    expect(asked).toBe(1);
    await provider.close?.();
  });

  it.each([
    { ...RESIDENT_ID, validTo: "long-term" } as const,
    { kind: "phone-possession", token: "t" } as const,
  ])("opens and sends nothing of a check it cannot do: $kind", async (check) => {
    const context = providerContext();

    await expect(chuanglan(keys).verify(context.sealFor(check), context)).rejects.toMatchObject({
      code: "UNSUPPORTED",
    });
    expect(context.revealed).toEqual([]);
  });

  it("opens and sends nothing once the caller has stopped", async () => {
    const context = providerContext({ signal: AbortSignal.abort() });

    await expect(chuanglan(keys).verify(context.sealFor(RESIDENT_ID), context)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(context.revealed).toEqual([]);
  });
});
