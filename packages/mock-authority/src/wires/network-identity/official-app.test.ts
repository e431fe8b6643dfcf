import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { BASE, createRelyingServer } from "../../test-support/relying-server.ts";

const APP = `${BASE}/app`;
const BIZ_SEQ = "a".repeat(32);
const WELL = { orgID: "00000099", appID: "0001", bizSeq: BIZ_SEQ, type: "0" };
const APPROVAL = { ...WELL, persona: "citizen-1", action: "approve" };

const createAuthority = () => createMockAuthority({ seed: "test", clock: createFixedClock() });

function show(query: Readonly<Record<string, string>>): Promise<Response> {
  return createAuthority().fetch(new Request(`${APP}?${new URLSearchParams(query).toString()}`));
}

function decide(
  form: Readonly<Record<string, string>>,
  { authority = createAuthority(), accept = "text/html" } = {},
): Promise<Response> {
  return authority.fetch(
    new Request(APP, { method: "POST", headers: { accept }, body: new URLSearchParams(form) }),
  );
}

const decideAsJson = async (form: Readonly<Record<string, string>>) =>
  (await decide(form, { accept: "application/json" })).json() as Promise<Record<string, string>>;

const policyFor = async (returnUrl: string) =>
  (await show({ ...WELL, returnUrl })).headers.get("content-security-policy");

const post = (body: string, type: string) =>
  createAuthority().fetch(new Request(APP, { method: "POST", headers: { "content-type": type }, body }));

describe("the approval page", () => {
  it("says in both languages that it is a mock and offers every holder", async () => {
    const response = await show(WELL);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain("不是官方应用");
    expect(html).toContain("not the official app");
    expect(html).toContain("own\nreference wire");
    expect(html.match(/<option /g)).toHaveLength(8);
    expect(html).not.toContain("<script");
  });

  it("allows nothing but its own style and form", async () => {
    const policy = (await show(WELL)).headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
  });

  it("lets the form lead to the registered way back", async () => {
    expect(await policyFor("shiming-demo://back")).toContain("form-action 'self' shiming-demo:;");
    expect(await policyFor("http://localhost:8080/x")).toContain("form-action 'self' http://localhost:8080;");
  });

  it("asks for the password with type 1 only", async () => {
    expect(await (await show({ ...WELL, type: "1" })).text()).toContain('name="password"');
    expect(await (await show(WELL)).text()).not.toContain('name="password"');
  });

  it.each([
    ["C0401009", { ...WELL, orgID: "00000001" }],
    ["C0401009", { ...WELL, orgID: "" }],
    ["C0401010", { ...WELL, appID: "0002" }],
    ["C0401001", { ...WELL, bizSeq: "short" }],
    ["C0401001", { ...WELL, bizSeq: "<".repeat(32) }],
    ["C0401001", { ...WELL, type: "2" }],
    ["C0401001", { ...WELL, returnUrl: "https://evil.test/" }],
  ])("shows %s for %j", async (code, query) => {
    const response = await show(query);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<code>${code}</code>`);
  });

  it("escapes what a caller put into the address", async () => {
    const html = await (
      await show({ ...WELL, returnUrl: `shiming-demo:"><script>alert(1)</script>` })
    ).text();
    expect(html).not.toContain("<script");
    expect(html).toContain("&quot;&gt;&lt;script&gt;");
  });
});

describe("a decision", () => {
  it("issues opaque data for an approval, and password data with type 1", async () => {
    const approval = await decideAsJson(APPROVAL);
    expect(approval).toEqual({
      resultCode: "C0000000",
      resultDesc: "成功",
      bizSeq: BIZ_SEQ,
      idCardAuthData: expect.stringMatching(/^[\w+/]{128}$/),
    });
    const withPassword = await decideAsJson({ ...APPROVAL, type: "1", password: "00000000" });
    expect(withPassword["certPwdData"]).toMatch(/^[\w+/]{128}$/);
    expect(withPassword["certPwdData"]).not.toBe(withPassword["idCardAuthData"]);
  });

  it("returns C0412003 when the user cancels, and nothing else", async () => {
    expect(await decideAsJson({ ...WELL, action: "cancel" })).toEqual({
      resultCode: "C0412003",
      resultDesc: "用户取消",
      bizSeq: BIZ_SEQ,
    });
  });

  it.each([
    ["nobody chosen", { ...WELL, action: "approve" }],
    ["a person without credential", { ...APPROVAL, persona: "citizen-pending-1" }],
    ["an unknown action", { ...APPROVAL, action: "other" }],
    ["a password that is not eight digits", { ...APPROVAL, type: "1", password: "1234" }],
    ["an address that is not registered", { ...APPROVAL, returnUrl: "javascript:alert(1)" }],
  ])("returns C0401001 for %s", async (_, form) => {
    const result = await decideAsJson(form);
    expect(result["resultCode"]).toBe("C0401001");
    expect(result).not.toHaveProperty("idCardAuthData");
  });

  it("approves a bizSeq once", async () => {
    const authority = createAuthority();
    expect((await createRelyingServer(authority, createFixedClock()).approve(APPROVAL))["resultCode"]).toBe(
      "C0000000",
    );
    const again = await decide(APPROVAL, { authority, accept: "application/json" });
    expect(await again.json()).toEqual({
      resultCode: "C0405001",
      resultDesc: "数据处理错误",
      bizSeq: BIZ_SEQ,
    });
  });

  it("shows a page when there is nowhere to go back to", async () => {
    const html = await (await decide(APPROVAL)).text();
    expect(html).toContain("<code>C0000000</code>");
    expect(html).toContain('id="idCardAuthData"');
  });

  it.each([
    "shiming-demo://back?keep=1",
    "http://127.0.0.1:8080/back?keep=1",
    "http://localhost/back?keep=1",
  ])("goes back to %s with the result as query", async (returnUrl) => {
    const response = await decide({ ...APPROVAL, returnUrl });
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location.startsWith(returnUrl)).toBe(true);
    expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
      keep: "1",
      resultCode: "C0000000",
      bizSeq: BIZ_SEQ,
      idCardAuthData: expect.any(String),
    });
  });

  it.each([
    "https://evil.test/",
    "http://evil.test/",
    "http://127.0.0.1.evil.test/",
    "http://localhost@evil.test/",
    "http://user@localhost/",
    "http://:pass@localhost/",
    "https://localhost/",
    "//evil.test",
    "javascript:alert(1)",
    "other-app://back",
  ])("never goes to %s", async (returnUrl) => {
    const response = await decide({ ...APPROVAL, returnUrl });
    expect(response.status).toBe(400);
    expect(response.headers.has("location")).toBe(false);
  });

  it("takes a form only, of limited size", async () => {
    expect((await post("{}", "application/json")).status).toBe(415);
    expect((await post("x".repeat(BODY_LIMIT + 1), "application/x-www-form-urlencoded")).status).toBe(413);
  });
});
