import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { chuanglan } from "./chuanglan.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { appId, appSecret } = mock.authority.wire("chuanglan", mock.url).credentials;
const company = mock.authority.catalogue(mock.url).personas.find(({ kind }) => kind === "company");
if (company?.kind !== "company") throw new Error("the mock has no company");

const citizen = { name: "某一一", idNumber: "110000190101010001" } as const;
const stranger = { name: "某零零", idNumber: "11010519491231002X" } as const;
const phone = "16400000001";
const nobodysPhone = "16400000099";
const entity = { creditCode: company.creditCode, entityName: company.name } as const;
const { name: representative, idNumber } = company.legalRepresentative;

const matchOf = { status: "match", charged: "yes" } as const;
const mismatchOf = { status: "mismatch", charged: "yes" } as const;
const unknown = { status: "no-record", charged: "no" } as const;

testProvider(
  { describe, it },
  {
    name: "chuanglan",
    clock,
    secrets: [appSecret],
    baseUrl: () => mock.url,
    create: (baseUrl, { timeoutMs }) =>
      chuanglan({
        appId,
        appSecret,
        baseUrl,
        verifyMode: "detailed",
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      {
        title: "a person of that name and number",
        check: { kind: "resident-id", ...citizen },
        expect: matchOf,
      },
      {
        title: "a person of another name",
        check: { kind: "resident-id", ...citizen, name: "某一二" },
        expect: mismatchOf,
      },
      { title: "a person whom nobody knows", check: { kind: "resident-id", ...stranger }, expect: unknown },
      {
        title: "a number whose check character is wrong",
        check: { kind: "resident-id", ...citizen, idNumber: "110000190101010002" },
        expect: { error: "REJECTED", charged: "no", vendorCode: "190004" },
      },
      {
        title: "a phone of a person of that name",
        check: { kind: "phone", phone, name: citizen.name },
        expect: matchOf,
      },
      {
        title: "a phone of a person of another name",
        check: { kind: "phone", phone, name: "某一二" },
        expect: mismatchOf,
      },
      { title: "a phone of that person", check: { kind: "phone", phone, ...citizen }, expect: matchOf },
      {
        title: "a phone of that number under another name",
        check: { kind: "phone", phone, ...citizen, name: "某一二" },
        expect: { ...mismatchOf, fields: ["name"] },
      },
      {
        title: "a phone of that name with another number",
        check: { kind: "phone", phone, ...citizen, idNumber: "110000190101020007" },
        expect: { ...mismatchOf, fields: ["id-document-number"] },
      },
      {
        title: "a phone that nobody has",
        check: { kind: "phone", phone: nobodysPhone, ...citizen },
        expect: unknown,
      },
      {
        title: "a company of that code and name",
        check: { kind: "credit-code", ...entity },
        expect: matchOf,
      },
      {
        title: "a company of another name",
        check: { kind: "credit-code", ...entity, entityName: "测试企业九有限公司" },
        expect: { ...mismatchOf, fields: ["entity-name"] },
      },
      {
        title: "a company that nobody knows",
        check: { kind: "credit-code", creditCode: "91350100M000100Y43", entityName: "测试企业九有限公司" },
        expect: unknown,
      },
      {
        title: "a company with its legal representative",
        check: { kind: "credit-code", ...entity, legalRepresentative: { name: representative } },
        expect: matchOf,
      },
      {
        title: "a company with another legal representative",
        check: { kind: "credit-code", ...entity, legalRepresentative: { name: "某一八" } },
        expect: { ...mismatchOf, fields: ["legal-representative-name"] },
      },
      {
        title: "a company with its legal representative and that ID number",
        check: { kind: "credit-code", ...entity, legalRepresentative: { name: representative, idNumber } },
        expect: matchOf,
      },
      {
        title: "a company with its legal representative and another ID number",
        check: {
          kind: "credit-code",
          ...entity,
          legalRepresentative: { name: representative, idNumber: stranger.idNumber },
        },
        expect: { ...mismatchOf, fields: ["legal-representative-id-number"] },
      },
    ],
  },
);
