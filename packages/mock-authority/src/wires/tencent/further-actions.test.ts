import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { tc3Request, tencentCredentials } from "../../test-support/tc3.ts";
import type { Tc3Call } from "../../test-support/tc3.ts";

type Answer = Readonly<Record<string, unknown>> & { readonly Error?: { readonly Code: string } };

const authority = createMockAuthority({ seed: "test", clock: createFixedClock() });
const { secretId, secretKey } = tencentCredentials(authority);

const OCR = { service: "ocr", version: "2018-11-19" };
const CITIZEN = { IdCard: "110000190101010001", Name: "某一一" };
const SUBSCRIBER = { ...CITIZEN, Phone: "16400000001" };
const TWO = { Mobile: SUBSCRIBER.Phone, Name: CITIZEN.Name };
const CARD = { ...CITIZEN, ValidityBegin: "20200101", ValidityEnd: "20400101" };

async function call(action: string, parameters: unknown, more: Partial<Tc3Call> = {}): Promise<Answer> {
  const timestamp = FIXED_NOW / 1000;
  const request = tc3Request({ secretId, secretKey, action, parameters, timestamp, ...more });
  const { Response: answer } = (await (await authority.fetch(request)).json()) as { Response: Answer };
  return answer;
}

const company = (status: string) => {
  const { personas } = authority.catalogue("http://127.0.0.1:7700");
  const found = personas.find((one) => one.kind === "company" && one.operatingStatus === status);
  if (found?.kind !== "company") throw new Error("the mock has no such company");
  const { creditCode, name, legalRepresentative } = found;
  return {
    CreditCode: creditCode,
    EntName: name,
    LrName: legalRepresentative.name,
    IdNum: legalRepresentative.idNumber,
  };
};

describe.each<[string, Readonly<Record<string, string>>, Partial<Tc3Call>]>([
  ["PhoneVerificationCMCC", SUBSCRIBER, {}],
  ["PhoneVerificationCUCC", SUBSCRIBER, {}],
  ["PhoneVerificationCTCC", SUBSCRIBER, {}],
  ["EncryptedPhoneVerification", { ...SUBSCRIBER, EncryptionMode: "0" }, {}],
  ["CheckPhoneAndName", TWO, {}],
  ["CheckIdNameDate", CARD, {}],
  ["VerifyBizLicenseEnterprise4", company("open"), OCR],
])("%s", (action, parameters, more) => {
  const codeOf = async (given: object, change: Partial<Tc3Call> = {}) =>
    (await call(action, given, { ...more, ...change })).Error?.Code;

  it("answers", async () => {
    expect(await codeOf(parameters)).toBeUndefined();
  });

  it("refuses a signature of another key", async () => {
    expect(await codeOf(parameters, { secretKey: "another" })).toBe("AuthFailure.SignatureFailure");
  });

  it("refuses another body than the signed one", async () => {
    expect(await codeOf(parameters, { sentBody: "{}" })).toBe("AuthFailure.SignatureFailure");
  });

  it("refuses a timestamp that is off by more than five minutes", async () => {
    const timestamp = FIXED_NOW / 1000 - 301;
    expect(await codeOf(parameters, { timestamp })).toBe("AuthFailure.SignatureExpire");
  });

  it("refuses the version of another product", async () => {
    expect(await codeOf(parameters, { version: "2019-01-01" })).toBe("NoSuchVersion");
  });

  it("refuses a parameter it does not know", async () => {
    expect(await codeOf({ ...parameters, VerifyMode: "0" })).toBe("UnknownParameter");
  });

  it.each(Object.keys(parameters))("asks for %s", async (name) => {
    expect(await codeOf({ ...parameters, [name]: null })).toBe("MissingParameter");
    expect(await codeOf({ ...parameters, [name]: 7 })).toBe("InvalidParameter");
  });
});

describe("a check of one carrier's numbers", () => {
  it.each([
    ["PhoneVerificationCTCC", "0"],
    ["PhoneVerificationCMCC", "-13"],
    ["PhoneVerificationCUCC", "-13"],
  ])("%s answers about a number of China Telecom: %s", async (action, Result) => {
    expect(await call(action, SUBSCRIBER)).toMatchObject({ Result, Isp: "电信" });
  });
});

describe("CheckPhoneAndName", () => {
  it("answers with the members of the published table", async () => {
    expect(await call("CheckPhoneAndName", TWO)).toEqual({
      Result: "0",
      Description: "验证结果一致",
      RequestId: expect.any(String),
    });
  });
});

describe("CheckIdNameDate", () => {
  it("knows a card that does not end as eight zeros", async () => {
    const card = { Name: "某一八", IdCard: "110000190101040016", ValidityBegin: "20200108" };
    const ask = (ValidityEnd: string) => call("CheckIdNameDate", { ...card, ValidityEnd });
    expect(await ask("00000000")).toMatchObject({ Result: "0" });
    expect(await ask("20400108")).toMatchObject({ Result: "-1" });
  });

  it.each([
    { ValidityBegin: "00000000" },
    { ValidityBegin: "2020-01-01" },
    { ValidityBegin: "" },
    { ValidityEnd: "20401301" },
    { ValidityEnd: "long-term" },
  ])("refuses %o", async (change) => {
    expect(await call("CheckIdNameDate", { ...CARD, ...change })).toMatchObject({ Result: "-4" });
  });

  it.each([{ ValidityBegin: "20200102" }, { ValidityEnd: "20400102" }, { Name: "某一二" }])(
    "says that %o does not agree",
    async (change) => {
      expect(await call("CheckIdNameDate", { ...CARD, ...change })).toMatchObject({ Result: "-1" });
    },
  );
});

const hashed = (algorithm: string, EncryptionMode: string) => {
  const of = (value: string) => createHash(algorithm).update(value).digest("hex");
  const { Phone, IdCard, Name } = SUBSCRIBER;
  return { Phone: of(Phone), IdCard: of(IdCard), Name: of(Name), EncryptionMode };
};

describe("EncryptedPhoneVerification", () => {
  it.each([
    ["md5", "1"],
    ["sha256", "2"],
    ["sm3", "3"],
  ])("compares %s digests and names the carrier in ISP", async (algorithm, mode) => {
    expect(await call("EncryptedPhoneVerification", hashed(algorithm, mode))).toEqual({
      Result: "0",
      Description: "三要素信息一致",
      ISP: "电信",
      RequestId: expect.any(String),
    });
  });

  it("takes no other mode, and no digest of another mode", async () => {
    const answer = await call("EncryptedPhoneVerification", hashed("sha256", "4"));
    expect(answer.Error?.Code).toBe("InvalidParameterValue");
    expect(await call("EncryptedPhoneVerification", hashed("md5", "2"))).toMatchObject({ Result: "-8" });
    expect(await call("EncryptedPhoneVerification", hashed("sha256", "3"))).toMatchObject({ Result: "-9" });
  });
});

const askFour = (change: object) =>
  call("VerifyBizLicenseEnterprise4", { ...company("open"), ...change }, OCR);

describe("VerifyBizLicenseEnterprise4", () => {
  it.each([
    ["open", "1"],
    ["deregistered", "3"],
    ["revoked", "4"],
  ])("answers with the members of the published table for a company that is %s", async (status, code) => {
    expect(await call("VerifyBizLicenseEnterprise4", company(status), OCR)).toEqual({
      StatusCode: 0,
      VerifyResult: 1,
      IsCreditCodeConsistent: true,
      IsEntNameConsistent: true,
      IsLrNameConsistent: true,
      IsIdNumConsistent: true,
      OperatingStatus: code,
      OperatingPeriod: "/",
      RequestId: expect.any(String),
    });
  });

  it.each([
    ["IsEntNameConsistent", { EntName: "无" }],
    ["IsCreditCodeConsistent", { CreditCode: "无" }],
    ["IsLrNameConsistent", { LrName: "某一八" }],
    ["IsIdNumConsistent", { IdNum: "110000190101040016" }],
  ])("says which element disagrees: %s", async (flag, change) => {
    const answer = await askFour(change);
    const flags = Object.entries(answer).filter(([name]) => name.startsWith("Is"));
    expect(answer["VerifyResult"]).toBe(0);
    expect(flags.filter(([, value]) => value === false).map(([name]) => name)).toEqual([flag]);
  });

  it("says no to everything when neither code nor name is known", async () => {
    expect(await askFour({ CreditCode: "无", EntName: "无" })).toMatchObject({
      StatusCode: 0,
      VerifyResult: 0,
      IsLrNameConsistent: false,
      IsIdNumConsistent: false,
      OperatingStatus: "/",
    });
  });
});

it("keeps the names of what was asked in the journal, and no value", async () => {
  authority.reset();
  await call("CheckIdNameDate", CARD);
  await call("VerifyBizLicenseEnterprise4", company("open"), OCR);
  const { entries } = authority.journal();
  expect(entries.map(({ fields }) => fields)).toEqual([
    ["name", "id-document-number", "id-document-validity"],
    ["credit-code", "entity-name", "legal-representative-name", "legal-representative-id-number"],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/1100001901|某|20200101/);
});
