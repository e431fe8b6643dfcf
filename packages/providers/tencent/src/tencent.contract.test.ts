import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { tencent } from "./tencent.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { secretId, secretKey, encryptionPublicKey } = mock.authority.wire("tencent", mock.url).credentials;
const company = mock.authority.catalogue(mock.url).personas.find(({ kind }) => kind === "company");
if (company?.kind !== "company") throw new Error("the mock has no company");

const citizen = { name: "某一一", idNumber: "110000190101010001" } as const;
const stranger = { name: "某零零", idNumber: "11010519491231002X" } as const;
const phone = "16400000001";
const validity = { validFrom: "2020-01-01", validTo: "2040-01-01" } as const;
const entity = { creditCode: company.creditCode, entityName: company.name } as const;
const { name, idNumber } = company.legalRepresentative;
const representative = { name } as const;

testProvider(
  { describe, it },
  {
    name: "tencent",
    clock,
    secrets: [secretKey],
    baseUrl: () => mock.url,
    create: (baseUrl, { timeoutMs }) =>
      tencent({
        secretId,
        secretKey,
        baseUrl,
        verifyMode: "detailed",
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      {
        title: "a person of that name and number",
        check: { kind: "resident-id", ...citizen },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a person of another name",
        check: { kind: "resident-id", ...citizen, name: "某一二" },
        expect: { status: "mismatch", charged: "yes" },
      },
      {
        title: "a person whom nobody knows",
        check: { kind: "resident-id", ...stranger },
        expect: { status: "no-record", charged: "no" },
      },
      {
        title: "a card of that person",
        check: { kind: "resident-id", ...citizen, ...validity },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a card that ends on another day",
        check: { kind: "resident-id", ...citizen, ...validity, validTo: "long-term" },
        expect: { status: "mismatch", charged: "yes" },
      },
      {
        title: "a phone with a name",
        check: { kind: "phone", phone, name: citizen.name },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a phone with another name",
        check: { kind: "phone", phone, name: "某一二" },
        expect: { status: "mismatch", charged: "yes" },
      },
      {
        title: "a phone of which too much was asked today",
        check: { kind: "phone", phone, name: "测试限次" },
        expect: { error: "DAILY_LIMIT", charged: "no" },
      },
      {
        title: "a phone that was asked about too fast",
        check: { kind: "phone", phone, name: "测试超频" },
        expect: { error: "THROTTLED", charged: "no" },
      },
      {
        title: "a phone of that person",
        check: { kind: "phone", phone, ...citizen },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a phone of a person of another name",
        check: { kind: "phone", phone, ...citizen, name: "某一二" },
        expect: { status: "mismatch", charged: "yes", fields: ["name"] },
      },
      {
        title: "a phone that nobody has",
        check: { kind: "phone", phone: "16400000099", ...citizen },
        expect: { status: "no-record", charged: "no" },
      },
      {
        title: "a company of that code and name",
        check: { kind: "credit-code", ...entity },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a company with its legal representative",
        check: { kind: "credit-code", ...entity, legalRepresentative: representative },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a company with its legal representative's number",
        check: { kind: "credit-code", ...entity, legalRepresentative: { name, idNumber } },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a company with another person's number",
        check: {
          kind: "credit-code",
          ...entity,
          legalRepresentative: { name, idNumber: stranger.idNumber },
        },
        expect: { status: "mismatch", charged: "yes", fields: ["legal-representative-id-number"] },
      },
      {
        title: "a company of another name",
        check: { kind: "credit-code", ...entity, entityName: "测试企业九有限公司" },
        expect: { status: "mismatch", charged: "yes" },
      },
    ],
  },
);

const threeElements = [
  {
    title: "a phone of that person",
    check: { kind: "phone", phone, ...citizen },
    expect: { status: "match", charged: "yes" },
  },
  {
    title: "a phone of a person of another name",
    check: { kind: "phone", phone, ...citizen, name: "某一二" },
    expect: { status: "mismatch", charged: "yes" },
  },
  {
    title: "a phone that nobody has",
    check: { kind: "phone", phone: "16400000099", ...citizen },
    expect: { status: "no-record", charged: "no" },
  },
] as const;

const busy = {
  title: "a vendor that is busy",
  check: { kind: "phone", phone, ...citizen, name: "测试繁忙" },
  expect: { error: "UNAVAILABLE", charged: "no" },
} as const;

const otherCarrier = {
  title: "a phone of another carrier",
  check: { kind: "phone", phone: "16400000002", ...citizen },
  expect: { error: "REJECTED", charged: "no" },
} as const;

for (const [action, cases] of [
  ["PhoneVerificationCTCC", [...threeElements, busy, otherCarrier]],
  ["EncryptedPhoneVerification", [...threeElements, busy]],
] as const) {
  testProvider(
    { describe, it },
    {
      name: `tencent ${action}`,
      clock,
      secrets: [secretKey],
      baseUrl: () => mock.url,
      create: (baseUrl, { timeoutMs }) =>
        tencent({
          secretId,
          secretKey,
          baseUrl,
          actions: { phone: action },
          transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
        }),
      cases,
    },
  );
}

testProvider(
  { describe, it },
  {
    name: "tencent, encrypted",
    clock,
    secrets: [secretKey],
    baseUrl: () => mock.url,
    create: (baseUrl, { timeoutMs }) =>
      tencent({
        secretId,
        secretKey,
        baseUrl,
        encryption: { publicKey: encryptionPublicKey },
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      ...threeElements,
      {
        title: "a person of that name and number",
        check: { kind: "resident-id", ...citizen },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a card of that person",
        check: { kind: "resident-id", ...citizen, ...validity },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a phone with a name",
        check: { kind: "phone", phone, name: citizen.name },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a company, which this vendor takes in the clear only",
        check: { kind: "credit-code", ...entity },
        expect: { status: "match", charged: "yes" },
      },
    ],
  },
);

testProvider(
  { describe, it },
  {
    name: "tencent, encrypted, one carrier",
    clock,
    secrets: [secretKey],
    baseUrl: () => mock.url,
    create: (baseUrl, { timeoutMs }) =>
      tencent({
        secretId,
        secretKey,
        baseUrl,
        actions: { phone: "PhoneVerificationCTCC" },
        encryption: { publicKey: encryptionPublicKey },
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: threeElements,
  },
);
