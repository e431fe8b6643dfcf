import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { ProviderContext } from "@shiming/contract";
import { afterEach, describe, expect, it } from "vitest";
import type { TencentOptions } from "./options.ts";
import { tencent } from "./tencent.ts";
import { sealedForTest, type SealedForTest } from "@shiming/contract-tests";
import {
  COMPANY,
  COMPANY_WITH_ID,
  COMPANY_WITH_PERSON,
  ID_NUMBER,
  NAME,
  PHONE,
  RESIDENT_ID,
  RESIDENT_ID_CARD,
  THREE_ELEMENTS,
  TWO_ELEMENTS,
} from "./test-support/checks.ts";

const keys = { secretId: "AKIDEXAMPLE", secretKey: "EXAMPLE" };
const now = Date.parse("2026-11-22T12:00:00+08:00");

function contextFor({ reveal }: SealedForTest, signal = new AbortController().signal): ProviderContext {
  return {
    verificationId: "v-1",
    clock: { now: () => now },
    signal,
    reveal,
    claimOnce: () => Promise.resolve(true),
  };
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

describe("tencent", () => {
  it("tells where the data go and what it can do", () => {
    expect(tencent({ ...keys, prices: { phone: 250_000, CheckPhoneAndName: 200_000 } })).toMatchObject({
      specificationVersion: 1,
      id: "tencent",
      region: "CN",
      hosts: ["faceid.tencentcloudapi.com", "ocr.tencentcloudapi.com"],
      capabilities: [
        { kind: "resident-id", fields: ["name", "id-document-number"] },
        { kind: "resident-id", fields: ["name", "id-document-number", "id-document-validity"] },
        { kind: "phone", fields: ["mobile-number", "name"], costMicros: 200_000 },
        { kind: "phone", fields: ["mobile-number", "name", "id-document-number"], costMicros: 250_000 },
        { kind: "credit-code", fields: ["credit-code", "entity-name"] },
        { kind: "credit-code", fields: ["credit-code", "entity-name", "legal-representative-name"] },
        {
          kind: "credit-code",
          fields: [
            "credit-code",
            "entity-name",
            "legal-representative-name",
            "legal-representative-id-number",
          ],
        },
      ],
    });
  });

  it("tells the host it was pointed at", () => {
    expect(tencent({ ...keys, baseUrl: "http://127.0.0.1:7700" }).hosts).toEqual(["127.0.0.1:7700"]);
  });

  it.each<[string, Partial<Record<keyof TencentOptions, unknown>>]>([
    ["secretId", { secretId: "" }],
    ["secretKey", { secretKey: undefined }],
    ["baseUrl", { baseUrl: "http://faceid.tencentcloudapi.com" }],
    ["baseUrl", { baseUrl: "https://faceid.tencentcloudapi.com/v3" }],
    ["prices", { prices: { residentId: 1 } }],
    ["prices.phone", { prices: { phone: 0.25 } }],
    ["prices.CheckIdNameDate", { prices: { CheckIdNameDate: -1 } }],
    ["actions", { actions: { "resident-id": "IdCardVerification" } }],
    ["actions.phone", { actions: { phone: "CheckPhoneAndName" } }],
    ["actions.phone", { actions: { phone: "toString" } }],
    ["verifyMode", { verifyMode: "1" }],
    ["verifyMode", { actions: { phone: "PhoneVerificationCMCC" }, verifyMode: "detailed" }],
    ["digest", { actions: { phone: "EncryptedPhoneVerification" }, digest: "sha1" }],
    ["digest", { digest: "sm3" }],
    ["encryption", { encryption: { publicKey: "", algorithm: "SM4-GCM" } }],
    ["encryption", { encryption: null }],
    ["encryption.publicKey", { encryption: { publicKey: "MIIB" } }],
    ["transport.connections", { transport: { connections: 0 } }],
  ])("refuses a wrong %s when it is made", (path, wrong) => {
    // Past the compiler, as a caller without types would.
    const options = { ...keys, ...wrong } as TencentOptions;

    expect(() => tencent(options)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it.each([
    RESIDENT_ID,
    RESIDENT_ID_CARD,
    TWO_ELEMENTS,
    THREE_ELEMENTS,
    COMPANY,
    COMPANY_WITH_PERSON,
    COMPANY_WITH_ID,
  ])("sends one signed request and reads the answer: $kind", async (check) => {
    const asked: string[] = [];
    const baseUrl = await serve((request, response) => {
      asked.push(`${request.method} ${request.url} ${String(request.headers["x-tc-action"])}`);
      response.end(
        JSON.stringify({ Response: { Result: "0", StatusCode: 0, VerifyResult: 1, RequestId: "r-1" } }),
      );
    });
    const sealed = sealedForTest(check);
    const provider = tencent({ ...keys, baseUrl, prices: { [check.kind]: 1_000_000 } });
    const result = await provider.verify(sealed.check, contextFor(sealed));
    await provider.close?.();

    expect(result).toMatchObject({ status: "match", charge: { charged: "yes", costMicros: 1_000_000 } });
    expect(result.reference).toBe("r-1");
    expect(asked).toEqual([expect.stringMatching(/^POST \/ [A-Z]/)]);
  });

  it.each([
    "PhoneVerification",
    "PhoneVerificationCMCC",
    "PhoneVerificationCUCC",
    "PhoneVerificationCTCC",
    "EncryptedPhoneVerification",
  ] as const)("asks %s about a phone with an ID number when it was told to", async (phone) => {
    const asked: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      asked.push(request.headers["x-tc-action"]);
      response.end(JSON.stringify({ Response: { Result: "0" } }));
    });
    const sealed = sealedForTest(THREE_ELEMENTS);
    const provider = tencent({ ...keys, baseUrl, actions: { phone }, prices: { [phone]: 7, phone: 9 } });
    const result = await provider.verify(sealed.check, contextFor(sealed));
    await provider.close?.();

    expect(asked).toEqual([phone]);
    expect(result.charge).toEqual({ charged: "yes", basis: `tencent ${phone} 0`, costMicros: 7 });
  });

  it.each([RESIDENT_ID, RESIDENT_ID_CARD, TWO_ELEMENTS, THREE_ELEMENTS])(
    "sends no name and no number that can be read when it encrypts: $kind",
    async (check) => {
      let sent = "";
      const baseUrl = await serve((request, response) => {
        request.setEncoding("utf8").on("data", (chunk: string) => (sent += chunk));
        request.on("end", () => response.end(JSON.stringify({ Response: { Result: "0" } })));
      });
      const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const pem = publicKey.export({ type: "pkcs1", format: "pem" }).toString();
      const sealed = sealedForTest(check);
      const provider = tencent({ ...keys, baseUrl, encryption: { publicKey: pem } });
      await provider.verify(sealed.check, contextFor(sealed));
      await provider.close?.();

      expect(sent).toContain("CiphertextBlob");
      expect(sent).not.toContain(NAME);
      expect(sent).not.toContain(ID_NUMBER);
      expect(sent).not.toContain(PHONE);
    },
  );

  it("says in doubt, and does not ask again, when the answer is lost", async () => {
    let asked = 0;
    const baseUrl = await serve((request) => {
      asked++;
      request.socket.destroy();
    });
    const sealed = sealedForTest(RESIDENT_ID);

    expect(await tencent({ ...keys, baseUrl }).verify(sealed.check, contextFor(sealed))).toMatchObject({
      status: "in-doubt",
      charge: { charged: "unknown" },
    });
    expect(asked).toBe(1);
  });

  it.each([
    { ...RESIDENT_ID, validFrom: "2020-01-01" } as const,
    { ...RESIDENT_ID, validTo: "long-term" } as const,
    { kind: "phone-possession", token: "t" } as const,
  ])("opens and sends nothing of a check it cannot do: $kind", async (check) => {
    const sealed = sealedForTest(check);

    await expect(tencent(keys).verify(sealed.check, contextFor(sealed))).rejects.toMatchObject({
      code: "UNSUPPORTED",
    });
    expect(sealed.opened).toEqual([]);
  });

  it("opens and sends nothing once the caller has stopped", async () => {
    const sealed = sealedForTest(RESIDENT_ID);
    const call = tencent(keys).verify(sealed.check, contextFor(sealed, AbortSignal.abort()));

    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(sealed.opened).toEqual([]);
  });
});
