import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { tc3Request, tencentCredentials } from "../../test-support/tc3.ts";
import type { Tc3Call } from "../../test-support/tc3.ts";

type Answer = Readonly<Record<string, unknown>> & {
  readonly RequestId: string;
  readonly Error?: { readonly Code: string; readonly Message: string };
};

const authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
const catalogue = authority.catalogue("http://127.0.0.1:7700");
const { secretId, secretKey } = tencentCredentials(authority);
const scenarios = catalogue.scenarios.filter(({ wire }) => wire === "tencent");

const OCR = { service: "ocr", version: "2018-11-19" };
const CITIZEN = { IdCard: "110000190101010001", Name: "某一一" };

async function answerTo(request: Request): Promise<Answer> {
  const response = await authority.fetch(request);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  const { Response: answer } = (await response.json()) as { Response: Answer };
  expect(answer.RequestId).toMatch(/^[\da-f-]{36}$/);
  return answer;
}

function call(action: string, parameters: unknown, more: Partial<Tc3Call> = {}): Promise<Answer> {
  const timestamp = FIXED_NOW / 1000;
  return answerTo(tc3Request({ secretId, secretKey, action, parameters, timestamp, ...more }));
}

const answersOf = (action: string): string[] =>
  [...new Set(scenarios.filter((one) => one.action === action).map(({ answer }) => answer))].toSorted();

function askCompany(parameters: object): Promise<Answer> {
  return call("VerifyBizLicenseEnterprise3", parameters, OCR);
}

describe("scenarios", () => {
  it.each(scenarios)("$id answers $answer", async ({ action, request, answer }) => {
    authority.reset();
    await call(action, request, action.startsWith("VerifyBiz") ? OCR : {});
    expect(authority.journal().entries.map((entry) => [entry.action, entry.status])).toEqual([
      [action, answer],
    ]);
  });

  it("reach every result that values decide", () => {
    const limit = "RequestLimitExceeded";
    const oneCarrier = ["-11", "-13", "-4", "-6", "-7", "-8", "-9", "0", limit];

    expect(answersOf("IdCardVerification")).toEqual(["-1", "-2", "-3", "-4", "-5", "-7", "0", limit]);
    expect(answersOf("PhoneVerification")).toEqual(["-11", "-12", ...oneCarrier.slice(1)]);
    expect(answersOf("PhoneVerificationCMCC")).toEqual(oneCarrier);
    expect(answersOf("PhoneVerificationCUCC")).toEqual(oneCarrier);
    expect(answersOf("PhoneVerificationCTCC")).toEqual(oneCarrier);
    expect(answersOf("EncryptedPhoneVerification")).toEqual(["-11", "-4", "-7", "-8", "-9", "0", limit]);
    expect(answersOf("CheckPhoneAndName")).toEqual(["-1", "-13", "-3", "-4", "-5", "-6", "0", "1", limit]);
    const card = ["-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "0", limit];
    expect(answersOf("CheckIdNameDate")).toEqual(card);
    expect(answersOf("VerifyBizLicenseEnterprise3")).toEqual(["0/0", "0/1", "1", "2"]);
    expect(answersOf("VerifyBizLicenseEnterprise4")).toEqual(["0/0", "0/1", "1"]);
  });
});

const company = (status: string) => {
  const found = catalogue.personas.find((one) => one.kind === "company" && one.operatingStatus === status);
  if (found?.kind !== "company") throw new Error("the mock has no such company");
  return { CreditCode: found.creditCode, EntName: found.name, LrName: found.legalRepresentative.name };
};

describe("a query on a POST", () => {
  it.each([
    ["that the signature ignores", { query: "x=1" }],
    ["that is signed", { query: "x=1", signedQuery: "x=1" }],
  ])("is refused, %s", async (_, more) => {
    const { Error: error } = await call("IdCardVerification", CITIZEN, more);
    expect(error?.Code).toBe("InvalidParameter");
    expect(error?.Message).toContain("query");
  });

  it("may be an empty one", async () => {
    expect(await call("IdCardVerification", CITIZEN, { query: "" })).toMatchObject({ Result: "0" });
  });
});

describe("IdCardVerification", () => {
  it("answers with the members of the published table", async () => {
    expect(await call("IdCardVerification", CITIZEN)).toEqual({
      Result: "0",
      Description: "姓名和身份证号一致",
      RequestId: expect.any(String),
    });
  });
});

describe("PhoneVerification", () => {
  const agreed = { ...CITIZEN, Phone: "16400000001" };

  it("names the carrier when it knows the number", async () => {
    const matching = await call("PhoneVerification", agreed);
    expect(matching).toMatchObject({ Result: "0", Description: "认证通过", Isp: "电信" });
    const unknown = await call("PhoneVerification", { ...agreed, Phone: "16499999999" });
    expect(unknown).toMatchObject({ Result: "-9", Isp: "" });
  });

  it.each([
    ["PhoneIdCardMismatch", { IdCard: "110000190101020007" }],
    ["PhoneNameMismatch", { Name: "某一二" }],
    ["PhoneNameIdCardMismatch", { IdCard: "110000190101020007", Name: "某一二" }],
    ["NameIdCardMismatch", { IdCard: "110000190101020007", Name: "某一三" }],
    ["OtherMismatch", { IdCard: "110000190101019997", Name: "某一三" }],
  ])("tells %s in the detailed mode and nothing in the brief one", async (ResultDetail, change) => {
    const detailed = await call("PhoneVerification", { ...agreed, ...change, VerifyMode: "1" });
    expect(detailed).toMatchObject({ Result: "-4", ResultDetail });
    const brief = await call("PhoneVerification", { ...agreed, ...change });
    expect(brief).toMatchObject({ Result: "-4" });
    expect(brief).not.toHaveProperty("ResultDetail");
  });

  it("refuses another mode", async () => {
    const answer = await call("PhoneVerification", { ...agreed, VerifyMode: "2" });
    expect(answer.Error?.Code).toBe("InvalidParameterValue");
  });
});

describe("VerifyBizLicenseEnterprise3", () => {
  it.each([
    ["open", "ENT_2META", "1"],
    ["open", "ENT_3META", "1"],
    ["deregistered", "ENT_2META", "3"],
    ["deregistered", "ENT_3META", "2"],
    ["revoked", "ENT_2META", "4"],
    ["revoked", "ENT_3META", "2"],
  ])(
    "tells the status of a company that is %s, asked with %s",
    async (status, VerifyType, OperatingStatus) => {
      const answer = await askCompany({ ...company(status), VerifyType });
      expect(answer).toEqual({
        StatusCode: 0,
        VerifyResult: 1,
        OperatingStatus,
        RequestId: expect.any(String),
      });
    },
  );

  it("ignores the representative with two elements and checks it with three", async () => {
    const wrong = { ...company("open"), LrName: "某一八" };
    const verdict = async (VerifyType?: string) =>
      (await askCompany({ ...wrong, VerifyType }))["VerifyResult"];
    expect(await verdict("ENT_2META")).toBe(1);
    expect(await verdict("ENT_3META")).toBe(0);
    expect(await verdict()).toBe(0);
  });

  it("calls one known element beside an unknown one a mismatch, and two unknown ones no result", async () => {
    const { CreditCode, EntName } = company("open");
    expect(await askCompany({ CreditCode, EntName: "无" })).toMatchObject({ StatusCode: 0, VerifyResult: 0 });
    expect(await askCompany({ CreditCode: "无", EntName })).toMatchObject({ StatusCode: 0, VerifyResult: 0 });
    expect(await askCompany({ CreditCode: "无", EntName: "无" })).toEqual({
      StatusCode: 2,
      RequestId: expect.any(String),
    });
  });

  it("asks for the representative when three elements are wanted, and refuses another type", async () => {
    const { CreditCode, EntName } = company("open");
    const ask = (VerifyType: string) => askCompany({ CreditCode, EntName, VerifyType });
    expect((await ask("ENT_3META")).Error?.Code).toBe("MissingParameter");
    expect((await ask("ENT_4META")).Error?.Code).toBe("InvalidParameterValue.InvalidParameterValueLimit");
  });
});

describe("errors", () => {
  it.each<[string, string, unknown, Partial<Tc3Call>]>([
    ["InvalidAction", "Nothing", CITIZEN, {}],
    ["NoSuchVersion", "IdCardVerification", CITIZEN, { version: "2018-11-19" }],
    ["NoSuchVersion", "VerifyBizLicenseEnterprise3", {}, { service: "ocr" }],
    ["AuthFailure.SignatureFailure", "VerifyBizLicenseEnterprise3", {}, { version: "2018-11-19" }],
    ["MissingParameter", "IdCardVerification", { IdCard: CITIZEN.IdCard }, {}],
    ["MissingParameter", "IdCardVerification", { ...CITIZEN, Name: null }, {}],
    ["UnknownParameter", "IdCardVerification", { ...CITIZEN, Phone: "16400000001" }, {}],
    ["UnknownParameter", "IdCardVerification", '{"__proto__":{}}', {}],
    ["InvalidParameter", "IdCardVerification", { ...CITIZEN, Name: 7 }, {}],
    ["InvalidParameter", "IdCardVerification", { ...CITIZEN, Name: ["某一一"] }, {}],
    ["InvalidParameter", "IdCardVerification", "{", {}],
    ["InvalidParameter", "IdCardVerification", "[]", {}],
    ["InvalidParameter", "IdCardVerification", "", {}],
    ["FailedOperation.DecryptSystemError", "IdCardVerification", { ...CITIZEN, Encryption: {} }, {}],
    [
      "MissingParameter",
      "IdCardVerification",
      CITIZEN,
      { tamper: (headers) => headers.delete("x-tc-version") },
    ],
  ])("%s for %s with %j", async (...[code, action, parameters, more]) => {
    expect((await call(action, parameters, more)).Error?.Code).toBe(code);
  });

  it.each([
    ["GET", { method: "GET", headers: { "x-tc-action": "IdCardVerification" } }],
    ["PUT", { method: "PUT", body: "{}" }],
    ["a form", { method: "POST", body: new URLSearchParams({ Action: "IdCardVerification" }) }],
    ["no content type", { method: "POST", body: new Uint8Array(2) }],
  ])("UnsupportedProtocol for %s", async (_, init) => {
    const answer = await answerTo(new Request("http://127.0.0.1:7700/", init));
    expect(answer.Error?.Code).toBe("UnsupportedProtocol");
  });

  it("RequestSizeLimitExceeded past the body limit", async () => {
    const answer = await call("IdCardVerification", { ...CITIZEN, Name: "某".repeat(BODY_LIMIT) });
    expect(answer.Error?.Code).toBe("RequestSizeLimitExceeded");
  });

  it("name a parameter, and repeat no value nor a name that could be one", async () => {
    const unknown = await call("IdCardVerification", { ...CITIZEN, PhoneNumber: "16400000001" });
    expect(unknown.Error?.Message).toContain("`PhoneNumber`");
    const personal = await call("IdCardVerification", { "110000190101010001": "某一一" });
    expect(JSON.stringify(personal)).not.toMatch(/1100001901|某/);
  });
});

async function firstRequestIds(): Promise<string[]> {
  authority.reset();
  const answers = [await call("IdCardVerification", CITIZEN), await call("IdCardVerification", CITIZEN)];
  return answers.map(({ RequestId }) => RequestId);
}

it("gives the same request ids in the same order for the same seed", async () => {
  const first = await firstRequestIds();
  expect(new Set(first).size).toBe(2);
  expect(await firstRequestIds()).toEqual(first);
});
