import { inspect } from "node:util";
import type { ResultRow } from "@shiming/provider-kit";
import { assert, constantFrom, jsonValue, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "./action.ts";
import { actionsFor } from "./actions.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { idCardAuth } from "./id-card-auth.ts";
import { readAnswer } from "./read-answer.ts";
import { NAME } from "./test-support/checks.ts";

const PRICE = 300_000;
const ACTIONS: readonly Action[] = [
  ...new Map(
    ([undefined, "md5", "sha256"] as const)
      .flatMap((digest) =>
        (["brief", "detailed"] as const).flatMap((verifyMode) => actionsFor({ digest, verifyMode })),
      )
      .map((action) => [action.path, action]),
  ).values(),
];

const read = (answer: object, action: Action = idCardAuth) =>
  readAnswer(action, JSON.stringify(answer), PRICE);
const success = (data: unknown, more: object = {}) => ({
  code: "000000",
  requestId: "r-1",
  chargeStatus: 1,
  chargeCount: 1,
  data,
  ...more,
});

function errorOf(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

/** Data that the vendor would send for a row of this action. */
function dataFor({ table }: Action, code: string): Readonly<Record<string, unknown>> {
  const [result, detail] = code.split("/");
  if (table.action === "twoElementsCheck") {
    const part = { agrees: "1", differs: "0", unverifiable: "-1" }[code];
    return { ent_name_match: part, credit_code_match: part };
  }
  if (table.action === "business-three-auth") {
    const part = { agrees: "1", differs: "2", unverifiable: "3" }[code];
    return { entNameMatch: part, creditCodeMatch: part, legalPerNameMatch: part };
  }
  return { result, ...(detail !== undefined && { detail: { code: detail, remark: "x" } }) };
}

const isError = ({ code }: ResultRow): boolean => ERROR_ROWS.some((row) => row.code === code);
const RESULTS = ACTIONS.flatMap((action) =>
  action.table.rows
    .filter((row) => !isError(row))
    .map((row) => ({ name: `${action.table.action} ${row.code}`, action, row })),
);

const RETRYABLE: ReadonlySet<string> = new Set(["UNAVAILABLE", "THROTTLED", "DAILY_LIMIT"]);

/** What a row promises, in the shape of an error or of a result. What may have been charged is not simply asked again. */
function meant({ table }: Action, row: ResultRow, charged: string): object {
  if ("error" in row) {
    const message = `chuanglan ${table.action}: ${row.meaning}`;
    const retryable = charged === "no" && RETRYABLE.has(row.error);
    return { code: row.error, vendorCode: row.code, message, retryable };
  }
  return { status: row.outcome, ...("fields" in row && row.fields && { fields: row.fields }) };
}

describe("every row of every table", () => {
  it.each(RESULTS)(
    "$name, charged as the answer says and else as the table says",
    ({ name, action, row }) => {
      const data = dataFor(action, row.code);
      for (const [billing, charged, told] of [
        [{ chargeStatus: 1, chargeCount: 1 }, "yes", "chargeStatus 1 chargeCount 1"],
        [{ chargeStatus: 0, chargeCount: 0 }, "no", "chargeStatus 0 chargeCount 0"],
        [{}, row.charged, "by the table"],
      ] as const) {
        const ended = errorOf(() => read({ code: "000000", requestId: "r-1", data, ...billing }, action));
        const cost = charged === "yes" ? { costMicros: PRICE } : {};
        const charge = { charged, basis: `chuanglan ${name}, ${told}`, ...cost };

        expect(ended).toMatchObject({ reference: "r-1", charge, ...meant(action, row, charged) });
      }
    },
  );

  it.each(ERROR_ROWS)("$code is $error and free, in every action", ({ code, error, meaning, source }) => {
    for (const action of ACTIONS) {
      expect(() => read({ code, msg: NAME, requestId: "r-1", chargeStatus: 0, data: null }, action)).toThrow(
        expect.objectContaining({
          code: error,
          vendorCode: code,
          reference: "r-1",
          message: `chuanglan ${action.table.action}: ${meaning}`,
          charge: { charged: "no", basis: `chuanglan ${action.table.action} ${code}, chargeStatus 0` },
        }),
      );
    }
    expect(source).toMatch(/^https:/);
  });

  it.each(ACTIONS)("$table.action names its source", ({ table }) => {
    expect(table.source).toMatch(/^https:/);
  });
});

describe("readAnswer", () => {
  it.each(["000000", "200000"])("takes %s for a success", (code) => {
    expect(read(success({ result: "01" }, { code })).status).toBe("match");
  });

  it("hands on the request id under either of its names", () => {
    const { requestId: _, ...without } = success({ result: "01" });

    expect(read(success({ result: "01" })).reference).toBe("r-1");
    expect(read({ ...without, reqId: "r-2" }).reference).toBe("r-2");
  });

  it.each([undefined, 7, null, "x".repeat(65)])(
    "does not lose an answer over a request id like %j",
    (requestId) => {
      expect(read(success({ result: "01" }, { requestId }))).not.toHaveProperty("reference");
    },
  );

  it("takes from an answer nothing but what was asked", () => {
    const data = { result: "01", birthday: "19010101", gender: "1", province: "x", remark: "x" };

    expect(read(success(data))).toEqual({
      status: "match",
      reference: "r-1",
      charge: { charged: "yes", basis: expect.any(String), costMicros: PRICE },
    });
  });

  it.each(["01", "02", "03", "04"])("does not take the code %s of the envelope for a result", (code) => {
    expect(() => read({ code, chargeStatus: 0 })).toThrow(
      expect.objectContaining({ code: "RESPONSE_INVALID", vendorCode: code }),
    );
  });

  it.each(["301000", "InvalidSignature"])("does not take the result %s for an error", (result) => {
    expect(() => read(success({ result }))).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
  });

  it.each([
    ["a result in no table", success({ result: "05" }), "yes"],
    ["data without a result", success({}), "yes"],
    ["no data", success(null), "yes"],
    ["data that are a text", success("01"), "yes"],
    ["a result that is a number", success({ result: 1 }), "yes"],
    ["an unknown code", { code: "999999", chargeStatus: 0 }, "no"],
    ["an unknown code without a charge", { code: "999999" }, "unknown"],
    ["data without a result and without a charge", { code: "000000", data: {} }, "unknown"],
  ])("does not guess at %s, and keeps what it says of the charge", (_what, answer, charged) => {
    expect(errorOf(() => read(answer))).toMatchObject({
      code: "RESPONSE_INVALID",
      retryable: false,
      charge: { charged },
    });
  });

  it.each([
    ["HTML", "<html>503</html>"],
    ["half an object", '{"code":"000000"'],
    ["nothing", ""],
    ["a list", "[]"],
    ["no code", '{"data":{"result":"01"}}'],
    ["a code that is a number", '{"code":200000,"data":{"result":"01"}}'],
  ])("does not guess at %s", (_what, body) => {
    expect(errorOf(() => readAnswer(idCardAuth, body, PRICE))).toMatchObject({
      code: "RESPONSE_INVALID",
      charge: { charged: "unknown" },
    });
  });

  it("answers or throws a provider error with a charge, whatever comes, and never matches by accident", () => {
    const anything = record({
      code: constantFrom("000000", "200000", "01", "500006", "x"),
      data: jsonValue(),
      chargeStatus: jsonValue(),
      chargeCount: jsonValue(),
      requestId: jsonValue(),
    });

    assert(
      property(constantFrom(...ACTIONS), anything, (action, answer) => {
        const ended = errorOf(() => read(answer, action));

        expect(ended).toHaveProperty("charge.basis");
        expect(ended).not.toHaveProperty("status", "match");
      }),
    );
  });

  it("never tells what the vendor wrote, only its codes", () => {
    assert(
      property(string(), (text) => {
        const secret = `${NAME}${text}`;
        for (const answer of [
          { code: secret, msg: secret },
          { code: "190004", msg: secret },
          success({ result: secret, remark: secret }),
          success({ [secret]: secret }),
        ]) {
          const error = errorOf(() => read(answer));

          expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain(NAME);
        }
      }),
    );
  });

  it("keeps a detail that it does not know out of the verdict", () => {
    const detailed = ACTIONS.find(({ table }) => table.action === "carriers-auth-detail");
    for (const detail of [undefined, null, {}, { code: "99" }, { code: 3 }, "03"]) {
      const result = read(success({ result: "02", detail }), detailed);

      expect(result).toMatchObject({ status: "mismatch" });
      expect(result).not.toHaveProperty("fields");
    }
    expect(read(success({ result: "01", detail: { code: "03" } }), detailed).status).toBe("match");
  });
});
