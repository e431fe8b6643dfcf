import { expect } from "vitest";

const FILLED: unknown = expect.stringMatching(/\S/);

/** A server sends no body in answer to HEAD (RFC 9110, 9.3.2); in process it may be there. */
async function readBody({ method }: Request, response: Response): Promise<string | undefined> {
  const text = await response.text();
  return method === "HEAD" && text === "" ? undefined : text;
}

/** Expects the Tencent wire's error envelope. */
export async function expectVendorError(request: Request, response: Response): Promise<void> {
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const body = await readBody(request, response);
  if (body === undefined) return;
  const Code: unknown = expect.stringMatching(/^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)?$/);
  const RequestId: unknown = expect.stringMatching(/^[\da-f-]{36}$/);
  expect(JSON.parse(body)).toEqual({ Response: { Error: { Code, Message: FILLED }, RequestId } });
}

/** Expects problem details (RFC 9457) with a status of the caller's fault. */
export async function expectProblem(request: Request, response: Response): Promise<void> {
  const { status } = response;
  expect(`${status} ${response.headers.get("content-type")}`).toMatch(/^4\d\d application\/problem\+json$/);
  const body = await readBody(request, response);
  if (body === undefined) return;
  const code: unknown = expect.stringMatching(/^[a-z_]+$/);
  expect(JSON.parse(body)).toMatchObject({ type: "about:blank", title: FILLED, status, code });
}

/** Expects the client's own result for parameters it cannot use: JSON for a program, else the page of the app. */
export async function expectClientRefusal(request: Request, response: Response): Promise<void> {
  const wantsJson = request.headers.get("accept")?.includes("application/json") === true;
  const type = wantsJson ? "application/json" : "text/html; charset=utf-8";
  expect([response.status, response.headers.get("content-type")]).toEqual([400, type]);
  const body = await response.text();
  if (!wantsJson) return expect(body).toMatch(/^<!doctype html>[^]*C0401\d{3}/i);
  const resultCode: unknown = expect.stringMatching(/^C0401\d{3}$/);
  expect(JSON.parse(body)).toMatchObject({ resultCode, resultDesc: FILLED });
}
