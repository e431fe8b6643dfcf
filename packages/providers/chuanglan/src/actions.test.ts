import { createHash } from "node:crypto";
import type { Check } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import type { Action } from "./action.ts";
import { actionsFor } from "./actions.ts";
import type { Digest } from "./digest.ts";
import { CHUANGLAN_RESULT_TABLES } from "./result-tables.ts";
import { sealedForTest } from "@shiming/contract-tests";
import {
  COMPANY,
  COMPANY_WITH_PERSON,
  COMPANY_WITH_PERSON_AND_NUMBER,
  CREDIT_CODE,
  ENTITY_NAME,
  ID_NUMBER,
  NAME,
  PHONE,
  RESIDENT_ID,
  THREE_ELEMENTS,
  TWO_ELEMENTS,
} from "./test-support/checks.ts";

const md5 = (value: string): string => createHash("md5").update(value).digest("hex");
const sha256 = (value: string): string => createHash("sha256").update(value).digest("hex");
const AUTH = "/api/v2/auth";

interface Sent {
  readonly action: string;
  readonly service: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function sentFor(actions: readonly Action[], check: Check): Sent | undefined {
  const { check: sealed, reveal, opened } = sealedForTest(check);
  for (const action of actions) {
    const parameters = action.parameters(sealed, reveal);
    if (parameters === undefined) continue;
    expect(new Set(opened)).toEqual(new Set(action.fields));
    expect(opened).toHaveLength(action.fields.length);
    return { action: action.table.action, service: action.service, path: action.path, parameters };
  }
  expect(opened).toEqual([]);
  return undefined;
}

interface Case {
  readonly check: Check;
  readonly digest?: Digest;
  readonly verifyMode?: "brief" | "detailed";
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly service?: string;
}

const three = { name: NAME, idNum: ID_NUMBER, mobile: PHONE };
const threeMd5 = { name: md5(NAME), idNum: md5(ID_NUMBER), mobile: md5(PHONE) };
const threeSha256 = { name: sha256(NAME), idNum: sha256(ID_NUMBER), mobile: sha256(PHONE) };
const company = { entName: ENTITY_NAME, creditCode: CREDIT_CODE, legalPerName: NAME };
const carriers = `${AUTH}/carriers`;
const detailed = { check: THREE_ELEMENTS, verifyMode: "detailed" } as const;

const CASES: readonly Case[] = [
  { check: RESIDENT_ID, path: `${AUTH}/idcard/id-card-auth`, parameters: { name: NAME, idNum: ID_NUMBER } },
  {
    check: TWO_ELEMENTS,
    path: `${carriers}/carriers-two-auth`,
    parameters: { name: NAME, mobile: PHONE },
  },
  {
    check: TWO_ELEMENTS,
    digest: "md5",
    path: `${carriers}/carriers-two-auth-md5`,
    parameters: { name: md5(NAME), mobile: md5(PHONE) },
  },
  { check: THREE_ELEMENTS, path: `${carriers}/carriers-auth`, parameters: three },
  { check: THREE_ELEMENTS, digest: "md5", path: `${carriers}/carriers-auth-md5`, parameters: threeMd5 },
  {
    check: THREE_ELEMENTS,
    digest: "sha256",
    path: `${carriers}/carriersAuthSha256`,
    parameters: { chName: sha256(NAME), idNum: sha256(ID_NUMBER), chTel: sha256(PHONE) },
  },
  { ...detailed, path: `${carriers}/carriers-auth-detail`, parameters: three },
  { ...detailed, digest: "md5", path: `${carriers}/carriers-auth-detail-md5`, parameters: threeMd5 },
  { ...detailed, digest: "sha256", path: `${carriers}/carriers-auth-detail-sha256`, parameters: threeSha256 },
  {
    check: COMPANY,
    service: "business",
    path: "/api/v2/sdk/dynamic2/gsxx/twoElementsCheck",
    parameters: { ent_name: ENTITY_NAME, credit_code: CREDIT_CODE },
  },
  {
    check: COMPANY_WITH_PERSON,
    service: "business",
    path: "/api/v2/sdk/gsxx/business-three-auth",
    parameters: company,
  },
  {
    check: COMPANY_WITH_PERSON_AND_NUMBER,
    path: `${AUTH}/gsxx/business-four-auth`,
    parameters: { ...company, idNum: ID_NUMBER },
  },
];

describe("the actions", () => {
  it.each(CASES)("send $path with digest $digest, and open each value once", (each) => {
    const { check, digest, verifyMode = "brief", path, parameters, service = "auth" } = each;
    const action = path.slice(path.lastIndexOf("/") + 1);

    expect(sentFor(actionsFor({ digest, verifyMode }), check)).toEqual({ action, service, path, parameters });
  });

  it("are all there, each with the table of its name", () => {
    const names = CASES.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));

    expect(names.toSorted()).toEqual(CHUANGLAN_RESULT_TABLES.map(({ action }) => action).toSorted());
  });

  it("send no value of a phone check as it is when a digest is asked for", () => {
    for (const digest of ["md5", "sha256"] as const) {
      for (const verifyMode of ["brief", "detailed"] as const) {
        for (const check of [TWO_ELEMENTS, THREE_ELEMENTS]) {
          const sent = JSON.stringify(sentFor(actionsFor({ digest, verifyMode }), check) ?? {});

          for (const value of [NAME, ID_NUMBER, PHONE]) expect(sent).not.toContain(value);
        }
      }
    }
  });

  it("leave out a phone with a name alone when it would have to be SHA-256, which the vendor does not have", () => {
    const actions = actionsFor({ digest: "sha256", verifyMode: "brief" });

    expect(sentFor(actions, TWO_ELEMENTS)).toBeUndefined();
    expect(actions.map(({ kind, fields }) => `${kind} ${fields.join()}`)).not.toContain(
      "phone mobile-number,name",
    );
  });

  it.each<Check>([
    { ...RESIDENT_ID, validFrom: "2020-01-01", validTo: "long-term" },
    { kind: "phone-possession", token: "t" },
  ])("open nothing of what they cannot do: $kind", (check) => {
    expect(sentFor(actionsFor({ digest: undefined, verifyMode: "brief" }), check)).toBeUndefined();
  });
});
