import { testProvider, type ProviderUnderTest, type Runner } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { aliyun } from "./aliyun.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { accessKeyId, accessKeySecret } = mock.authority.wire("aliyun", mock.url).credentials;
const company = mock.authority.catalogue(mock.url).personas.find(({ kind }) => kind === "company");
if (company?.kind !== "company") throw new Error("the mock has no company");

const citizen = { name: "某一一", idNumber: "110000190101010001" } as const;
const other = { name: "某一二", idNumber: "110000190101020007" } as const;
const stranger = { name: "某零零", idNumber: "11010519491231002X" } as const;
const phone = "16400000001";
const entity = { creditCode: company.creditCode, entityName: company.name } as const;
const representative = { name: company.legalRepresentative.name, idNumber: citizen.idNumber } as const;

const underTest = {
  name: "aliyun",
  clock,
  secrets: [accessKeySecret],
  baseUrl: () => mock.url,
  create: (baseUrl, { timeoutMs }) =>
    aliyun({
      accessKeyId,
      accessKeySecret,
      baseUrl,
      verifyMode: "detailed",
      company: { userAuthorization: true },
      transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
    }),
} satisfies Omit<ProviderUnderTest, "cases">;

testProvider(
  { describe, it },
  {
    ...underTest,
    cases: [
      {
        title: "a person of that name and number",
        check: { kind: "resident-id", ...citizen },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a person of another name",
        check: { kind: "resident-id", ...citizen, name: other.name },
        expect: { status: "mismatch", charged: "yes" },
      },
      {
        title: "a person whom nobody knows",
        check: { kind: "resident-id", ...stranger },
        expect: { status: "no-record", charged: "no" },
      },
      {
        title: "a person whose name no document has",
        check: { kind: "resident-id", ...citizen, name: "Nobody" },
        expect: { error: "REJECTED", charged: "no", vendorCode: "401" },
      },
      {
        title: "a phone of that name",
        check: { kind: "phone", phone, name: citizen.name },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a phone of another name",
        check: { kind: "phone", phone, name: other.name },
        expect: { status: "mismatch", charged: "yes" },
      },
      {
        title: "a phone of that person",
        check: { kind: "phone", phone, ...citizen },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "a phone of another person",
        check: { kind: "phone", phone, ...other },
        expect: { status: "mismatch", charged: "yes", fields: ["name", "id-document-number"] },
      },
      {
        title: "a phone of a person of another name",
        check: { kind: "phone", phone, ...citizen, name: other.name },
        expect: { status: "mismatch", charged: "yes", fields: ["name"] },
      },
      {
        title: "a phone of a person of another number",
        check: { kind: "phone", phone, ...citizen, idNumber: other.idNumber },
        expect: { status: "mismatch", charged: "yes", fields: ["id-document-number"] },
      },
      {
        title: "a phone that nobody has",
        check: { kind: "phone", phone: "16400000099", ...citizen },
        expect: { status: "no-record", charged: "no" },
      },
    ],
  },
);

/** The vendor wants the parameters of a company check in the query, so this one rule does not hold for them. */
const testOf = (title: string) => (title === "sends no personal value in the URL" ? it.fails : it);
const declared: Runner = { describe, it: (title, run) => testOf(title)(title, run) };

testProvider(declared, {
  ...underTest,
  name: "aliyun, for companies",
  cases: [
    {
      title: "a company of that code and name",
      check: { kind: "credit-code", ...entity },
      expect: { status: "match", charged: "yes" },
    },
    {
      title: "a company with its legal representative",
      check: { kind: "credit-code", ...entity, legalRepresentative: { name: representative.name } },
      expect: { status: "match", charged: "yes" },
    },
    {
      title: "a company with its legal representative's number",
      check: { kind: "credit-code", ...entity, legalRepresentative: representative },
      expect: { status: "match", charged: "yes" },
    },
    {
      title: "a company with somebody else",
      check: { kind: "credit-code", ...entity, legalRepresentative: other },
      expect: {
        status: "mismatch",
        charged: "yes",
        fields: ["legal-representative-name", "legal-representative-id-number"],
      },
    },
    {
      title: "a company of another name",
      check: { kind: "credit-code", ...entity, entityName: "测试企业九有限公司" },
      expect: { status: "mismatch", charged: "yes", fields: ["entity-name"] },
    },
    {
      title: "a company that nobody knows",
      check: { kind: "credit-code", creditCode: "91350100M000100Y43", entityName: "测试企业九有限公司" },
      expect: { status: "no-record", charged: "no" },
    },
  ],
});
