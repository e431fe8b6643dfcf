import { createServer, type RequestListener } from "node:http";
import { listenOnLoopback } from "@shiming/contract-tests";
import { afterEach, describe, expect, it } from "vitest";
import { aiOf } from "./ai.ts";
import { nppa } from "./nppa.ts";
import type { NppaOptions } from "./options.ts";
import { CITIZEN, EXAMPLE, seal } from "./test-support/checks.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map(async (close) => close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await listenOnLoopback(createServer(listener));
  closing.push(async () => server.close());
  return server.url;
}

const PENDING = JSON.stringify({ errcode: 0, errmsg: "OK", data: { result: { status: 1 } } });

describe("nppa", () => {
  it("tells where the data go and what it can do, at no cost", () => {
    expect(nppa(EXAMPLE)).toMatchObject({
      specificationVersion: 1,
      id: "nppa",
      region: "CN",
      hosts: ["api.wlc.nppa.gov.cn", "api2.wlc.nppa.gov.cn"],
      capabilities: [{ kind: "resident-id", fields: ["name", "id-document-number"], costMicros: 0 }],
    });
  });

  it("tells the host it was pointed at", () => {
    expect(nppa({ ...EXAMPLE, baseUrl: "http://127.0.0.1:7700/nppa" }).hosts).toEqual(["127.0.0.1:7700"]);
  });

  it.each<[string, Partial<Record<keyof NppaOptions, unknown>>]>([
    ["appId", { appId: "" }],
    ["appId", { appId: undefined }],
    ["appId", { appId: "a\r\nb" }],
    ["bizId", { bizId: "游戏" }],
    ["bizId", { bizId: "1".repeat(65) }],
    ["secretKey", { secretKey: undefined }],
    ["secretKey", { secretKey: "2836e95fcd10e04b0069bb1ee659955" }],
    ["secretKey", { secretKey: "2836e95fcd10e04b0069bb1ee659955g" }],
    ["baseUrl", { baseUrl: "http://api.wlc.nppa.gov.cn" }],
    ["piField", { piField: "name" }],
    ["piField", { piField: "app:" }],
    ["piField", { piField: 7 }],
    ["dangerouslyQueryOverPlainHttp", { dangerouslyQueryOverPlainHttp: "yes" }],
    ["transport.connections", { transport: { connections: 0 } }],
  ])("refuses a wrong %s when it is made, without repeating it: %j", (path, wrong) => {
    // Past the compiler, as a caller without types would.
    const options = { ...EXAMPLE, ...wrong } as NppaOptions;

    expect(() => nppa(options)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
    expect(() => nppa(options)).not.toThrow("2836e95fcd");
  });

  it("asks once under the ai of the verification, with a nonce that is new each time", async () => {
    const bodies: string[] = [];
    const baseUrl = await serve((request, response) => {
      request.setEncoding("utf8").on("data", (chunk: string) => bodies.push(chunk));
      request.on("end", () => response.end(PENDING));
    });
    const { context, check } = seal(CITIZEN);
    const provider = nppa({ ...EXAMPLE, baseUrl });
    const results = [await provider.verify(check, context), await provider.verify(check, context)];
    await provider.close?.();

    expect(results.map((result) => "handle" in result && result.handle)).toEqual(
      Array.from({ length: 2 }, () => aiOf(context.verificationId)),
    );
    expect(new Set(bodies).size).toBe(2);
  });

  it("says in doubt when the answer is lost, with the handle under which it can be asked for", async () => {
    const asked: (string | undefined)[] = [];
    const baseUrl = await serve((request) => {
      asked.push(request.method);
      request.socket.destroy();
    });
    const { context, check } = seal(CITIZEN);

    expect(await nppa({ ...EXAMPLE, baseUrl }).verify(check, context)).toMatchObject({
      status: "in-doubt",
      handle: aiOf(context.verificationId),
    });
    expect(asked).toEqual(["POST"]);
  });

  it("opens and sends nothing of a check it cannot do", async () => {
    const { context } = seal(CITIZEN);
    const withValidity = context.sealFor({ ...CITIZEN, validTo: "long-term" });
    const phone = context.sealFor({ kind: "phone", phone: "16400000001", name: CITIZEN.name });

    await expect(nppa(EXAMPLE).verify(withValidity, context)).rejects.toMatchObject({ code: "UNSUPPORTED" });
    await expect(nppa(EXAMPLE).verify(phone, context)).rejects.toMatchObject({ code: "UNSUPPORTED" });
    expect(context.revealed).toEqual([]);
  });

  it("opens and sends nothing once the caller has stopped", async () => {
    const { context, check } = seal(CITIZEN, { signal: AbortSignal.abort() });

    await expect(nppa(EXAMPLE).verify(check, context)).rejects.toMatchObject({ name: "AbortError" });
    expect(context.revealed).toEqual([]);
  });

  it("does not ask under a handle that is none", async () => {
    const { context } = seal(CITIZEN);

    await expect(nppa(EXAMPLE).resume?.("a&ai=b", context)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
