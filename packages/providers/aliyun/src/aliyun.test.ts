import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { ProviderContext } from "@shiming/contract";
import { afterEach, describe, expect, it } from "vitest";
import { aliyun } from "./aliyun.ts";
import type { AliyunOptions } from "./options.ts";
import {
  COMPANY,
  COMPANY_WITH_NAME,
  COMPANY_WITH_NUMBER,
  NAME,
  RESIDENT_ID,
  seal,
  THREE_ELEMENTS,
  TWO_ELEMENTS,
  type SealedForTest,
} from "./test-support/checks.ts";

const keys = { accessKeyId: "LTAIEXAMPLE", accessKeySecret: "EXAMPLE" };
const withCompany = { ...keys, company: { userAuthorization: true } };
const now = Date.parse("2026-11-22T12:00:00+08:00");

function contextFor({ tools }: SealedForTest, signal = new AbortController().signal): ProviderContext {
  return {
    verificationId: "v-1",
    clock: { now: () => now },
    signal,
    reveal: tools.reveal,
    claimOnce: () => Promise.resolve(true),
  };
}

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

const MATCH = JSON.stringify({ Code: "200", ResultObject: { BizCode: "1" }, RequestId: "r-1" });
const COMPANY_MATCH = JSON.stringify({ Code: "Success", Result: { BizCode: "1" }, RequestId: "r-1" });

describe("aliyun", () => {
  it("tells where the data go and what it can do", () => {
    expect(aliyun({ ...keys, prices: { phone: 250_000 } })).toMatchObject({
      specificationVersion: 1,
      id: "aliyun",
      region: "CN",
      hosts: ["cloudauth.aliyuncs.com"],
      capabilities: [
        { kind: "resident-id", fields: ["name", "id-document-number"] },
        { kind: "phone", fields: ["mobile-number", "name"], costMicros: 250_000 },
        { kind: "phone", fields: ["mobile-number", "name", "id-document-number"], costMicros: 250_000 },
      ],
    });
  });

  it("checks companies once it is told whether that is authorised", () => {
    const kinds = aliyun(withCompany).capabilities.map(({ kind }) => kind);

    expect(kinds.filter((kind) => kind === "credit-code")).toHaveLength(3);
  });

  it("tells the host it was pointed at", () => {
    expect(aliyun({ ...keys, baseUrl: "http://127.0.0.1:7700" }).hosts).toEqual(["127.0.0.1:7700"]);
  });

  it.each<[string, Partial<Record<keyof AliyunOptions, unknown>>]>([
    ["accessKeyId", { accessKeyId: "" }],
    ["accessKeySecret", { accessKeySecret: undefined }],
    ["baseUrl", { baseUrl: "http://cloudauth.aliyuncs.com" }],
    ["baseUrl", { baseUrl: "https://cloudauth.aliyuncs.com/v3" }],
    ["prices", { prices: { residentId: 1 } }],
    ["prices.phone", { prices: { phone: 0.25 } }],
    ["paramType", { paramType: "sm2" }],
    ["verifyMode", { verifyMode: "1" }],
    ["company", { company: { userAuthorization: true, scene: "x" } }],
    ["company.userAuthorization", { company: {} }],
    ["company.userAuthorization", { company: { userAuthorization: "1" } }],
    ["company.sceneCode", { company: { userAuthorization: true, sceneCode: "x".repeat(33) } }],
    ["randomBytes", { randomBytes: 16 }],
    ["transport.connections", { transport: { connections: 0 } }],
  ])("refuses a wrong %s when it is made", (path, wrong) => {
    // Past the compiler, as a caller without types would.
    const options = { ...keys, ...wrong } as AliyunOptions;

    expect(() => aliyun(options)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it.each([RESIDENT_ID, TWO_ELEMENTS, THREE_ELEMENTS, COMPANY, COMPANY_WITH_NAME, COMPANY_WITH_NUMBER])(
    "sends one signed request and reads the answer: $kind",
    async (check) => {
      const asked: (string | undefined)[] = [];
      const baseUrl = await serve((request, response) => {
        asked.push(request.method, request.headers.authorization);
        response.end(check.kind === "credit-code" ? COMPANY_MATCH : MATCH);
      });
      const sealed = seal(check);
      const provider = aliyun({ ...withCompany, baseUrl, prices: { [check.kind]: 1_000_000 } });
      const result = await provider.verify(sealed.check, contextFor(sealed));
      await provider.close?.();

      expect(result).toMatchObject({ status: "match", charge: { charged: "yes", costMicros: 1_000_000 } });
      expect(result.reference).toBe("r-1");
      expect(asked).toEqual(["POST", expect.stringMatching(/^ACS3-HMAC-SHA256 Credential=LTAIEXAMPLE,/)]);
      expect(new Set(sealed.opened).size).toBe(sealed.opened.length);
    },
  );

  it("gives every request a nonce of its own, from the randomness it was lent", async () => {
    const nonces: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      nonces.push(request.headers["x-acs-signature-nonce"]);
      response.end(MATCH);
    });
    let calls = 0;
    const provider = aliyun({ ...keys, baseUrl, randomBytes: (size) => new Uint8Array(size).fill(++calls) });
    for (const sealed of [seal(RESIDENT_ID), seal(RESIDENT_ID)]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that their order is known
      await provider.verify(sealed.check, contextFor(sealed));
    }
    await provider.close?.();

    expect(nonces).toEqual(["01".repeat(16), "02".repeat(16)]);
  });

  it("says in doubt, and does not ask again, when the answer is lost", async () => {
    let asked = 0;
    const baseUrl = await serve((request) => {
      asked++;
      request.socket.destroy();
    });
    const sealed = seal(RESIDENT_ID);

    expect(await aliyun({ ...keys, baseUrl }).verify(sealed.check, contextFor(sealed))).toMatchObject({
      status: "in-doubt",
      charge: { charged: "unknown" },
    });
    expect(asked).toBe(1);
  });

  it("reads the gateway's refusal by its code, not by its status", async () => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(400).end(JSON.stringify({ Code: "Throttling.User", Message: NAME }));
    });
    const sealed = seal(RESIDENT_ID);
    const call = aliyun({ ...keys, baseUrl }).verify(sealed.check, contextFor(sealed));

    await expect(call).rejects.toMatchObject({ code: "THROTTLED", retryable: true });
  });

  it.each([
    { ...RESIDENT_ID, validTo: "long-term" } as const,
    COMPANY,
    { kind: "phone-possession", token: "t" } as const,
  ])("opens and sends nothing of a check it cannot do: $kind", async (check) => {
    const sealed = seal(check);

    await expect(aliyun(keys).verify(sealed.check, contextFor(sealed))).rejects.toMatchObject({
      code: "UNSUPPORTED",
    });
    expect(sealed.opened).toEqual([]);
  });

  it("opens and sends nothing once the caller has stopped", async () => {
    const sealed = seal(RESIDENT_ID);
    const call = aliyun(keys).verify(sealed.check, contextFor(sealed, AbortSignal.abort()));

    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(sealed.opened).toEqual([]);
  });
});
