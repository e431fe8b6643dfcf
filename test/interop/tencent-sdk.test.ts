import { constants, createCipheriv, createHash, publicEncrypt, randomBytes } from "node:crypto";
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

describe("the vendor's FaceID client, further actions", () => {
  it.each([
    ["a match", {}, "0"],
    ["a mismatch", { Name: "某一二" }, "-4"],
    ["a bad phone", { Phone: "12345" }, "-6"],
    ["a bad number", { IdCard: "110105194912310021" }, "-7"],
    ["a bad name", { Name: "Nobody" }, "-8"],
    ["no record", { Phone: "16400000099" }, "-9"],
    ["a busy vendor", { Name: "测试繁忙" }, "-11"],
    ["another carrier's phone", { Phone: "16400000002" }, "-13"],
  ])("reads %s of one carrier's phone", async (_what, change, result) => {
    const answer = await faceidClient().PhoneVerificationCTCC({ ...person, ...change });

    expect(answer.Result).toBe(result);
  });

  it("asks each carrier's action about its own numbers", async () => {
    const client = faceidClient();
    const mobile = { Name: "某一三", IdCard: "110000190101030002", Phone: "16400000003" };
    const unicom = { Name: "某一二", IdCard: "110000190101020007", Phone: "16400000002" };

    expect(await client.PhoneVerificationCMCC(mobile)).toMatchObject({ Result: "0", Isp: "移动" });
    expect(await client.PhoneVerificationCUCC(unicom)).toMatchObject({ Result: "0", Isp: "联通" });
    expect(await client.PhoneVerificationCTCC(person)).toMatchObject({ Result: "0", Isp: "电信" });
  });

  it.each([
    ["a match", {}, "0"],
    ["a mismatch", { Name: "某一二" }, "1"],
    ["no record", { Mobile: "16400000099" }, "-1"],
    ["a failing engine", { Name: "测试繁忙" }, "-3"],
    ["a bad name", { Name: "Nobody" }, "-4"],
    ["a bad phone", { Mobile: "12345" }, "-5"],
    ["the daily limit", { Name: "测试限次" }, "-6"],
    ["a segment that is not supported", { Name: "测试号段" }, "-13"],
  ])("reads %s of phone and name", async (_what, change, result) => {
    const answer = await faceidClient().CheckPhoneAndName({
      Mobile: person.Phone,
      Name: person.Name,
      ...change,
    });

    expect(answer.Result).toBe(result);
  });

  it.each([
    ["a match", {}, "0"],
    ["a mismatch", { ValidityEnd: "00000000" }, "-1"],
    ["a bad number", { IdCard: "110105194912310021" }, "-2"],
    ["a bad name", { Name: "Nobody" }, "-3"],
    ["a bad date", { ValidityBegin: "20210229" }, "-4"],
    ["an identity that is not valid", { Name: "测试无效" }, "-5"],
    ["a failing source", { Name: "测试繁忙" }, "-6"],
    ["no record", { IdCard: "11010519491231002X" }, "-7"],
    ["the daily limit", { Name: "测试限次" }, "-8"],
  ])("reads %s of name, number and validity", async (_what, change, result) => {
    const { Name, IdCard } = person;
    const card = { Name, IdCard, ValidityBegin: "20200101", ValidityEnd: "20400101", ...change };

    expect((await faceidClient().CheckIdNameDate(card)).Result).toBe(result);
  });

  it.each([
    ["md5", "1"],
    ["sha256", "2"],
    ["sm3", "3"],
  ])("reads a match, a mismatch and no record of %s digests", async (algorithm, EncryptionMode) => {
    const of = (value: string) => createHash(algorithm).update(value).digest("hex");
    const ask = async ({ Name, IdCard, Phone }: typeof person) => {
      const hashed = { Name: of(Name), IdCard: of(IdCard), Phone: of(Phone), EncryptionMode };
      return (await faceidClient().EncryptedPhoneVerification(hashed)).Result;
    };

    expect(await ask(person)).toBe("0");
    expect(await ask({ ...person, Name: "某一二" })).toBe("-4");
    expect(await ask({ ...person, Phone: "16400000099" })).toBe("-9");
    expect(await ask({ ...person, Name: "测试繁忙" })).toBe("-11");
  });

  it("gets RequestLimitExceeded from every action that is asked too fast", async () => {
    const client = faceidClient();
    const Name = "测试超频";
    const plain = { ...person, Name };
    const card = { IdCard: person.IdCard, Name, ValidityBegin: "20200101", ValidityEnd: "20400101" };
    const answers = await Promise.allSettled([
      client.PhoneVerificationCMCC(plain),
      client.PhoneVerificationCUCC(plain),
      client.PhoneVerificationCTCC(plain),
      client.EncryptedPhoneVerification({ ...plain, EncryptionMode: "0" }),
      client.CheckPhoneAndName({ Mobile: person.Phone, Name }),
      client.CheckIdNameDate(card),
    ]);

    expect(answers.map((one) => (one.status === "rejected" ? one.reason.code : one.value.Result))).toEqual(
      answers.map(() => "RequestLimitExceeded"),
    );
  });
});

/** As the vendor's guide to encryption describes it: https://cloud.tencent.com/document/product/1007/47180. */
function encrypt<T extends Readonly<Record<string, string>>>(values: T) {
  const { encryptionPublicKey } = mock.authority.wire("tencent", mock.url).credentials;
  const [sessionKey, iv] = [randomBytes(32), randomBytes(16)];
  const wrapped = publicEncrypt(
    { key: Buffer.from(encryptionPublicKey, "base64"), padding: constants.RSA_PKCS1_PADDING },
    sessionKey,
  );
  const close = (value: string): string => {
    const cipher = createCipheriv("aes-256-cbc", sessionKey, iv);
    return cipher.update(value, "utf8", "base64") + cipher.final("base64");
  };
  const closed = Object.entries(values).map(([name, value]) => [name, close(value)]);
  const how = {
    EncryptList: Object.keys(values),
    CiphertextBlob: wrapped.toString("base64"),
    Iv: iv.toString("base64"),
  };
  // The same members, of the same type.
  return { closed: Object.fromEntries(closed) as T, how };
}

describe("the vendor's FaceID client, with encrypted parameters", () => {
  const { Name, IdCard, Phone } = person;

  it.each([
    ["a match", Name, "0"],
    ["a mismatch", "某一二", "-1"],
    ["a bad name", "Nobody", "-3"],
  ])("reads %s", async (_what, given, result) => {
    const { closed, how } = encrypt({ Name: given, IdCard });
    const answer = await faceidClient().IdCardVerification({ ...closed, Encryption: how });

    expect(answer.Result).toBe(result);
  });

  it("reads a match from every action that takes them", async () => {
    const client = faceidClient();
    const three = encrypt({ Name, IdCard, Phone });
    const phone = encrypt({ Name, Mobile: Phone });
    const card = encrypt({ Name, IdCard });
    const days = { ValidityBegin: "20200101", ValidityEnd: "20400101" };
    const Algorithm = "AES-256-CBC";
    const answers = await Promise.all([
      client.PhoneVerification({ ...three.closed, ...three.how }),
      client.PhoneVerificationCTCC({ ...three.closed, Encryption: { ...three.how, Algorithm } }),
      client.CheckPhoneAndName({ ...phone.closed, Encryption: phone.how }),
      client.CheckIdNameDate({ ...card.closed, ...days, Encryption: card.how }),
    ]);

    expect(answers.map(({ Result }) => Result)).toEqual(["0", "0", "0", "0"]);
  });

  it("gets FailedOperation.DecryptSystemError for a key that was not made for it", async () => {
    const { closed } = encrypt({ Name, IdCard });
    const { how } = encrypt({ Name, IdCard });

    await expect(faceidClient().IdCardVerification({ ...closed, Encryption: how })).rejects.toMatchObject({
      code: "FailedOperation.DecryptSystemError",
    });
  });

  it("gets InvalidParameter.UnsupportEncryptField for a field that must not be encrypted", async () => {
    const { closed, how } = encrypt({ Name, IdCard, ValidityBegin: "20200101" });
    const request = { ...closed, ValidityEnd: "20400101", Encryption: how };

    await expect(faceidClient().CheckIdNameDate(request)).rejects.toMatchObject({
      code: "InvalidParameter.UnsupportEncryptField",
    });
  });
});

const firstCompany = () => {
  const persona = mock.authority.catalogue(mock.url).personas.find(({ id }) => id === "company-1");
  if (persona?.kind !== "company") throw new Error("the mock has no first company");
  return persona;
};

const company = () => {
  const { creditCode, name } = firstCompany();
  return { CreditCode: creditCode, EntName: name, VerifyType: "ENT_2META" };
};

const fourElements = () => {
  const { creditCode, name, legalRepresentative } = firstCompany();
  return {
    CreditCode: creditCode,
    EntName: name,
    LrName: legalRepresentative.name,
    IdNum: legalRepresentative.idNumber,
  };
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

describe("the vendor's OCR client, with the number of the legal representative", () => {
  it.each([
    ["a match", {}, { StatusCode: 0, VerifyResult: 1, IsIdNumConsistent: true }],
    [
      "another person's number",
      { IdNum: "11010519491231002X" },
      { StatusCode: 0, VerifyResult: 0, IsLrNameConsistent: true, IsIdNumConsistent: false },
    ],
    ["a failing service", { EntName: "测试企业繁忙有限公司" }, { StatusCode: 1 }],
  ])("reads %s", async (_what, change, answer) => {
    const request = { ...fourElements(), ...change };

    expect(await ocrClient().VerifyBizLicenseEnterprise4(request)).toMatchObject(answer);
  });

  it("gets AuthFailure.SignatureFailure for a wrong key", async () => {
    const client = ocrClient({ ...ownKeys(), secretKey: "not-the-key-of-this-mock" });

    await expect(client.VerifyBizLicenseEnterprise4(fourElements())).rejects.toMatchObject({
      code: "AuthFailure.SignatureFailure",
    });
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
