import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import type { MockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import { acs3Request, aliyunCredentials } from "../../test-support/acs3.ts";
import type { Acs3Call } from "../../test-support/acs3.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import type { Scenario } from "../../wire.ts";

interface Body {
  readonly RequestId: string;
  readonly Code: string;
  readonly [member: string]: unknown;
}

type Refused = readonly [status: number, code: string];

interface Seen {
  readonly status: number;
  readonly body: Body;
}

const DATE = new Date(FIXED_NOW).toISOString().replace(".000Z", "Z");
const CITIZEN = { ParamType: "normal", IdentifyNum: "110000190101010001", UserName: "某一一" };
const PHONE = "16400000001";
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");

let authority: MockAuthority;
let sent = 0;
beforeEach(() => {
  authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
});

function requestOf(action: string, more: Partial<Acs3Call> = {}): Request {
  sent += 1;
  return acs3Request({ ...aliyunCredentials(authority), action, date: DATE, nonce: `n${sent}`, ...more });
}

async function answerTo(request: Request): Promise<Seen> {
  const response = await authority.fetch(request);
  expect(response.headers.get("content-type")).toBe("application/json");
  // The envelope is what the tests look at.
  const body = (await response.json()) as Body;
  expect(body.RequestId).toMatch(/^[\dA-F-]{36}$/);
  return { status: response.status, body };
}

const call = (action: string, form: Readonly<Record<string, string>>, more: Partial<Acs3Call> = {}) =>
  answerTo(requestOf(action, { form, ...more }));

const askCompany = (query: Readonly<Record<string, string>>) =>
  answerTo(requestOf("EntElementVerifyV2", { version: "2022-11-25", query }));

const askScenario = ({ action, request }: Scenario) =>
  action.startsWith("Ent") ? askCompany(request) : call(action, request);

describe("the Alibaba Cloud wire", () => {
  it("answers every scenario as it says, and the journal tells the same", async () => {
    const scenarios = authority.catalogue("").scenarios.filter(({ wire }) => wire === "aliyun");
    expect(scenarios.length).toBeGreaterThan(20);
    for (const scenario of scenarios) {
      // oxlint-disable-next-line no-await-in-loop -- the journal is read in this order
      await askScenario(scenario);
      expect([scenario.id, authority.journal().entries.at(-1)]).toEqual([
        scenario.id,
        expect.objectContaining({ wire: "aliyun", action: scenario.action, status: scenario.answer }),
      ]);
    }
  });

  it("answers a person check in the vendor's envelope", async () => {
    const { status, body } = await call("Id2MetaVerify", CITIZEN);
    expect(status).toBe(200);
    expect(body).toEqual({
      RequestId: body.RequestId,
      Code: "200",
      Message: "success",
      ResultObject: { BizCode: "1" },
    });
  });

  it("tells the carrier of a phone, and with the detailed action which part disagrees", async () => {
    const three = { ...CITIZEN, Mobile: PHONE, UserName: "某一二" };
    const brief = await call("Mobile3MetaSimpleVerify", three);
    const detailed = await call("Mobile3MetaDetailVerify", three);
    expect(brief.body["ResultObject"]).toEqual({ BizCode: "2", IspName: "CTCC" });
    expect(detailed.body["ResultObject"]).toEqual({ BizCode: "2", IspName: "CTCC", SubCode: "203" });
  });

  it("finds people by what md5 leaves of them", async () => {
    const form = {
      ParamType: "md5",
      IdentifyNum: `110000${md5("19010101")}0001`,
      UserName: `${md5("某")}一一`,
    };
    const other = { ...form, UserName: `${md5("某")}一二` };
    expect((await call("Id2MetaVerify", form)).body["ResultObject"]).toEqual({ BizCode: "1" });
    expect((await call("Id2MetaVerify", other)).body["ResultObject"]).toEqual({ BizCode: "2" });
    const two = { ParamType: "md5", Mobile: md5(PHONE), UserName: md5("某一一") };
    expect((await call("Mobile2MetaVerify", two)).body["ResultObject"]).toMatchObject({ BizCode: "1" });
    const capitals = { ...two, Mobile: md5(PHONE).toUpperCase() };
    expect((await call("Mobile2MetaVerify", capitals)).body.Code).toBe("401");
  });

  it("names what disagrees of a company, and otherwise what became of it", async () => {
    const company = authority.catalogue("").personas.find(({ id }) => id === "company-3");
    if (company?.kind !== "company") throw new Error("the mock has no third company");
    const two = { InfoVerifyType: "ENT_2META", UserAuthorization: "1", LicenseNo: company.creditCode };
    const known = await askCompany({ ...two, EntName: company.name });
    const wrong = await askCompany({ ...two, EntName: "测试企业零有限公司" });
    expect(known.body["Result"]).toMatchObject({ BizCode: "1", Status: "4" });
    expect(wrong.body["Result"]).toEqual({ BizCode: "2", ReasonDetail: "EntNameFlag" });
  });

  it.each([
    [{ InfoVerifyType: "ENT_2META", UserAuthorization: "1" }, 400, "MissingParameter"],
    [{ InfoVerifyType: "ENT_5META", UserAuthorization: "1" }, 401, "InvalidParameter"],
    [
      { InfoVerifyType: "ENT_2META", UserAuthorization: "yes", LicenseNo: "x", EntName: "y" },
      401,
      "InvalidParameter",
    ],
  ])("refuses the parameters %j of a company check with HTTP %i", async (query, status, code) => {
    const seen = await askCompany(query);
    expect([seen.status, seen.body.Code]).toEqual([status, code]);
  });

  it("does not read a company check out of a form, nor a person check out of the query of a POST", async () => {
    const query = { InfoVerifyType: "ENT_2META", UserAuthorization: "1" };
    const company = await call("EntElementVerifyV2", query, { version: "2022-11-25" });
    expect(company.body.Code).toBe("MissingParameter");
    expect((await answerTo(requestOf("Id2MetaVerify", { query: CITIZEN }))).body.Code).toBe("400");
    const got = await answerTo(requestOf("Id2MetaVerify", { query: CITIZEN, method: "GET" }));
    expect(got.body["ResultObject"]).toEqual({ BizCode: "1" });
  });

  it("accepts further x-acs headers when they are signed, and refuses them when they are not", async () => {
    const more = { "x-acs-credentials-provider": "static_ak" };
    expect((await call("Id2MetaVerify", CITIZEN, { more })).status).toBe(200);
    const unsigned = Object.keys(more);
    expect((await call("Id2MetaVerify", CITIZEN, { more, unsigned })).body.Code).toBe(
      "SignatureDoesNotMatch",
    );
  });

  it.each<[string, Partial<Acs3Call>, Refused]>([
    ["another body", { sentBody: "UserName=x" }, [400, "SignatureDoesNotMatch"]],
    ["another query", { sentQuery: "a=1" }, [400, "SignatureDoesNotMatch"]],
    ["a wrong secret", { accessKeySecret: "x" }, [400, "SignatureDoesNotMatch"]],
    ["an unknown key", { accessKeyId: "x" }, [404, "InvalidAccessKeyId.NotFound"]],
    ["an old date", { date: "2020-01-01T00:00:00Z" }, [400, "InvalidTimeStamp.Expired"]],
    ["a malformed date", { date: "yesterday" }, [400, "InvalidTimeStamp.Format"]],
    ["another version", { version: "2018-01-01" }, [404, "InvalidApi.NotFound"]],
    ["an unknown action", { action: "NoSuchAction" }, [404, "InvalidApi.NotFound"]],
    ["another method", { method: "PUT" }, [405, "UnsupportedHTTPMethod"]],
    ["a body too large", { sentBody: "x".repeat(BODY_LIMIT + 1) }, [413, "RequestEntityTooLarge"]],
  ])("refuses %s", async (_what, more, [status, code]) => {
    const seen = await call("Id2MetaVerify", CITIZEN, more);
    expect(seen.status).toBe(status);
    expect(seen.body).toEqual({
      RequestId: seen.body.RequestId,
      HostId: "cloudauth.aliyuncs.com",
      Code: code,
      Message: expect.stringMatching(/\S/),
      Recommend: expect.stringContaining(code),
    });
    expect(JSON.stringify(seen.body)).not.toContain("NoSuchAction");
  });

  it("refuses a request that was there before, until the mock is reset", async () => {
    const more = { nonce: "once" };
    expect((await call("Id2MetaVerify", CITIZEN, more)).status).toBe(200);
    const again = await call("Id2MetaVerify", CITIZEN, more);
    expect([again.status, again.body.Code]).toEqual([400, "SignatureNonceUsed"]);
    await authority.fetch(new Request("http://127.0.0.1:7700/_mock/reset", { method: "POST" }));
    expect((await call("Id2MetaVerify", CITIZEN, more)).status).toBe(200);
  });

  it("names the fields in the journal and holds none of their values", async () => {
    await call("Mobile3MetaDetailVerify", { ...CITIZEN, Mobile: PHONE });
    const { entries } = authority.journal();
    expect(entries.at(-1)?.fields).toEqual(["mobile-number", "id-document-number", "name"]);
    for (const value of [CITIZEN.IdentifyNum, CITIZEN.UserName, PHONE]) {
      expect(JSON.stringify(entries)).not.toContain(value);
    }
  });
});
