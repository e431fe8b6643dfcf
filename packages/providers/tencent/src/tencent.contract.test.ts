import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { tencent } from "./tencent.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { secretId, secretKey } = mock.authority.wire("tencent", mock.url).credentials;
const company = mock.authority.catalogue(mock.url).personas.find(({ kind }) => kind === "company");
if (company?.kind !== "company") throw new Error("the mock has no company");

const citizen = { name: "某一一", idNumber: "110000190101010001" } as const;
const stranger = { name: "某零零", idNumber: "11010519491231002X" } as const;
const phone = "16400000001";
const entity = { creditCode: company.creditCode, entityName: company.name } as const;
const representative = { name: company.legalRepresentative.name } as const;

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
        title: "a company of another name",
        check: { kind: "credit-code", ...entity, entityName: "测试企业九有限公司" },
        expect: { status: "mismatch", charged: "yes" },
      },
    ],
  },
);
