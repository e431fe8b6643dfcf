import { type RunningMockAuthority, startMockAuthority } from "@shiming/mock-authority/node";
import { faceid, ocr } from "tencentcloud-sdk-nodejs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * The vendor's own SDK, pointed at the mock and nowhere else. What it accepts is the wire; what it sends is what the
 * mock must verify.
 */
let mock: RunningMockAuthority;

beforeAll(async () => {
  mock = await startMockAuthority({ seed: "interop" });
});
afterAll(async () => mock.close());

interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
}

const ownKeys = (): Keys => mock.authority.wire("tencent", mock.url).credentials;

const settings = (credential: Keys) => ({
  credential,
  region: "ap-guangzhou",
  profile: { httpProfile: { endpoint: new URL(mock.url).host, protocol: "http://" } },
});

const faceidClient = (credential = ownKeys()) => new faceid.v20180301.Client(settings(credential));
const ocrClient = (credential = ownKeys()) => new ocr.v20181119.Client(settings(credential));

const person = { Name: "某一一", IdCard: "110000190101010001", Phone: "16400000001" };

describe("the vendor's FaceID client", () => {
  it.each([
    ["a match", { IdCard: person.IdCard, Name: person.Name }, "0"],
    ["a mismatch", { IdCard: person.IdCard, Name: "某一二" }, "-1"],
    ["no record", { IdCard: "11010519491231002X", Name: "某零零" }, "-5"],
    ["a malformed number", { IdCard: "110105194912310021", Name: "某零零" }, "-2"],
  ])("reads %s of name and ID number", async (_what, request, result) => {
    const answer = await faceidClient().IdCardVerification(request);

    expect(answer.Result).toBe(result);
    expect(answer.RequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ["a match", person, "0"],
    ["a mismatch", { ...person, Name: "某一二" }, "-4"],
    ["no record", { ...person, Phone: "16400000099" }, "-9"],
    ["a bad number", { ...person, Phone: "12345" }, "-6"],
  ])("reads %s of phone, name and ID number", async (_what, request, result) => {
    expect((await faceidClient().PhoneVerification(request)).Result).toBe(result);
  });

  it("says which part disagrees in the detailed mode", async () => {
    const answer = await faceidClient().PhoneVerification({ ...person, Name: "某一二", VerifyMode: "1" });

    expect(answer).toMatchObject({ Result: "-4", ResultDetail: "PhoneNameMismatch" });
  });
});

const company = () => {
  const persona = mock.authority.catalogue(mock.url).personas.find(({ id }) => id === "company-1");
  if (persona?.kind !== "company") throw new Error("the mock has no first company");
  return { CreditCode: persona.creditCode, EntName: persona.name, VerifyType: "ENT_2META" };
};

describe("the vendor's OCR client", () => {
  it("reads a match, a mismatch and no result of company name and credit code", async () => {
    const client = ocrClient();

    expect(await client.VerifyBizLicenseEnterprise3(company())).toMatchObject({
      StatusCode: 0,
      VerifyResult: 1,
    });
    expect(
      await client.VerifyBizLicenseEnterprise3({ ...company(), EntName: "测试企业九有限公司" }),
    ).toMatchObject({
      StatusCode: 0,
      VerifyResult: 0,
    });
    expect(
      await client.VerifyBizLicenseEnterprise3({
        ...company(),
        CreditCode: "91350100M000100Y43",
        EntName: "测试企业九有限公司",
      }),
    ).toMatchObject({ StatusCode: 2 });
  });
});

describe("a client with the wrong credentials", () => {
  const check = { IdCard: person.IdCard, Name: person.Name };

  it("gets AuthFailure.SignatureFailure for a wrong key", async () => {
    const client = faceidClient({ ...ownKeys(), secretKey: "not-the-key-of-this-mock" });

    await expect(client.IdCardVerification(check)).rejects.toMatchObject({
      code: "AuthFailure.SignatureFailure",
    });
  });

  it("gets AuthFailure.SecretIdNotFound for an unknown id", async () => {
    const client = faceidClient({ ...ownKeys(), secretId: "AKIDnobody" });

    await expect(client.IdCardVerification(check)).rejects.toMatchObject({
      code: "AuthFailure.SecretIdNotFound",
    });
  });

  it("gets AuthFailure.SignatureExpire when the clocks are more than five minutes apart", async () => {
    const late = await startMockAuthority({ seed: "interop", clock: { now: () => Date.now() + 301_000 } });
    const profile = { httpProfile: { endpoint: new URL(late.url).host, protocol: "http://" } };
    const client = new faceid.v20180301.Client({ ...settings(ownKeys()), profile });

    await expect(client.IdCardVerification(check)).rejects.toMatchObject({
      code: "AuthFailure.SignatureExpire",
    });
    await late.close();
  });
});
