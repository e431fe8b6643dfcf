import { inspect } from "node:util";
import { type Check, CHECK_FIELDS, UsageError } from "@shiming/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCheck } from "./parse-check.ts";
import { engine } from "./test-support/engine.ts";
import { fakeProvider } from "./test-support/fake-provider.ts";
import { CREDENTIAL, MISTYPED, PHONE, YIYI } from "./test-support/people.ts";
import { watched } from "./test-support/stores.ts";

const DAY = "2026-11-22";
const COMPANY = { kind: "credit-code", creditCode: "91350100M000100Y43", entityName: "测试企业" } as const;

/** The test's own doubt about the compiler: plain JavaScript can pass anything. */
const unchecked = (input: unknown): Check => input as Check;

describe("a value that cannot be right", () => {
  it("is answered here, free, by field and rule: nothing is sent and nothing is kept", async () => {
    const { clock, store: inner } = await engine();
    const store = watched(inner);
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ clock, store, providers: [provider] });
    const before = store.written.length;

    expect(await verifier.verify(MISTYPED, { grant, idempotencyKey: "k" })).toEqual({
      status: "invalid",
      verificationId: expect.any(String) as string,
      provider: "local",
      checkedAt: "2026-11-22T04:00:00.000Z",
      charge: { charged: "no", basis: "local: nothing was sent" },
      problems: [{ field: "id-document-number", rule: "RESIDENT_ID_CHECK", at: [17, 18] }],
    });
    expect(provider.seen).toEqual([]);
    expect(store.written.length).toBe(before);
  });

  it.each<[string, object, object[]]>([
    ["an ID number that is too short", { ...YIYI, idNumber: "11000019" }, [{ rule: "RESIDENT_ID_LENGTH" }]],
    [
      "a birth date in the future",
      { ...YIYI, idNumber: "110000203001010003" },
      [{ rule: "RESIDENT_ID_DATE_FUTURE" }],
    ],
    ["an empty name", { ...YIYI, name: "" }, [{ field: "name", rule: "NAME_LENGTH" }]],
    ["a number of no carrier", { ...PHONE, phone: "12000000000" }, [{ rule: "MOBILE_PREFIX" }]],
    [
      "a number in the name and a name in the number",
      { ...YIYI, name: YIYI.idNumber, idNumber: YIYI.name },
      [{ field: "name", rule: "NAME_CHARACTER" }, { field: "id-document-number" }],
    ],
    [
      "a credit code with a letter that none has",
      { ...COMPANY, creditCode: "91350100M000100YI3" },
      [{ field: "credit-code", rule: "USCC_CHARACTER" }],
    ],
    ["a company without a name", { ...COMPANY, entityName: " " }, [{ rule: "ENTITY_NAME_LENGTH" }]],
    [
      "a representative whose number has a slip",
      { ...COMPANY, legalRepresentative: { name: MISTYPED.name, idNumber: MISTYPED.idNumber } },
      [{ field: "legal-representative-id-number", rule: "RESIDENT_ID_CHECK" }],
    ],
    ["a card date in words", { ...YIYI, validFrom: "soon" }, [{ rule: "DATE_FORMAT" }]],
    ["a day that there is not", { ...YIYI, validTo: "2027-02-29" }, [{ rule: "DATE_IMPOSSIBLE" }]],
    ["a month that there is not", { ...YIYI, validTo: "2027-13-01" }, [{ rule: "DATE_IMPOSSIBLE" }]],
    [
      "a validity that begins without end",
      { ...YIYI, validFrom: "long-term" },
      [{ field: "id-document-validity", rule: "DATE_FORMAT" }],
    ],
    ["an empty token", { kind: "phone-possession", token: "" }, [{ field: "one-tap-token" }]],
    [
      "a credential of 9 kB",
      { ...CREDENTIAL, idCardAuthData: "a".repeat(9000) },
      [{ rule: "OPAQUE_LENGTH" }],
    ],
    [
      "a photo of 1 MB",
      { ...CREDENTIAL, mode: "R03", faceImage: "a".repeat(1_000_000) },
      [{ field: "face-image", rule: "IMAGE_LENGTH" }],
    ],
  ])("is found: %s", (_what, input, problems) => {
    const parsed = parseCheck(input, DAY);

    expect(parsed).toMatchObject({
      problems: problems.map((problem) => expect.objectContaining(problem) as object),
    });
  });

  it("is judged by the day in Beijing: who is born tomorrow is not born yet", () => {
    const bornThatDay = { ...YIYI, idNumber: "110000202611220006" };
    const onTheDay = parseCheck(bornThatDay, "2026-11-22");
    const theDayBefore = parseCheck(bornThatDay, "2026-11-21");

    expect(onTheDay).not.toMatchObject({ problems: [{ rule: "RESIDENT_ID_DATE_FUTURE" }] });
    expect(theDayBefore).toMatchObject({ problems: [{ rule: "RESIDENT_ID_DATE_FUTURE" }] });
  });
});

describe("a value that is right", () => {
  it.each<[string, object, object]>([
    ["a number with separators", { ...PHONE, phone: "+86 138-0013-8000" }, PHONE],
    ["a card that is valid for life", { ...YIYI, validTo: "long-term" }, { validTo: "long-term" }],
    ["a leap day", { ...YIYI, validFrom: "2024-02-29" }, { validFrom: "2024-02-29" }],
    ["a company", COMPANY, COMPANY],
    [
      "its representative",
      { ...COMPANY, legalRepresentative: { name: "某一一" } },
      { legalRepresentative: {} },
    ],
    ["a single-use token", { kind: "phone-possession", token: "t", operator: "CMCC" }, { operator: "CMCC" }],
    [
      "a credential with password and face",
      { ...CREDENTIAL, mode: "R04", certPwdData: "p", faceImage: "f" },
      {},
    ],
  ])("passes in canonical form: %s", (_what, input, check) => {
    expect(parseCheck(input, DAY)).toMatchObject({ check });
  });

  it("is copied, so that a change in the caller's object comes too late", () => {
    const input = { ...YIYI };
    const parsed = parseCheck(input, DAY);
    input.name = "某一二";

    expect(parsed).toMatchObject({ check: { name: "某一一" } });
  });
});

describe("a call that is no check", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, "check.kind"],
    ["null", null, "check.kind"],
    ["a text", "resident-id", "check.kind"],
    ["a list", [YIYI], "check.kind"],
    ["an unknown kind", { kind: "passport" }, "check.kind"],
    ["a kind that every object inherits", { kind: "constructor" }, "check.kind"],
    ["a kind that is no text", { kind: ["phone"] }, "check.kind"],
    ["a part that this kind does not have", { ...YIYI, phone: "13800138000" }, "check"],
    ["a part named __proto__", JSON.parse('{"kind":"phone","__proto__":{}}'), "check"],
    ["a missing part", { kind: "resident-id", name: "某一一" }, "check.idNumber"],
    ["a part that is null", { ...YIYI, name: null }, "check.name"],
    ["a number for a text", { ...YIYI, idNumber: 110000190101010001n }, "check.idNumber"],
    ["a text for an object", { ...COMPANY, legalRepresentative: "某一一" }, "check.legalRepresentative"],
    [
      "a representative without a name",
      { ...COMPANY, legalRepresentative: {} },
      "check.legalRepresentative.name",
    ],
    [
      "a representative with a phone",
      { ...COMPANY, legalRepresentative: { name: "某一一", phone: "1" } },
      "check.legalRepresentative",
    ],
    ["an unknown operator", { kind: "phone-possession", token: "t", operator: "ATT" }, "check.operator"],
    ["an unknown mode", { ...CREDENTIAL, mode: "R05" }, "check.mode"],
    ["a transaction number of 31 characters", { ...CREDENTIAL, bizSeq: "0".repeat(31) }, "check.bizSeq"],
    ["R02 without a password", { ...CREDENTIAL, mode: "R02" }, "check.certPwdData"],
    ["R01 with a password", { ...CREDENTIAL, certPwdData: "p" }, "check.certPwdData"],
    ["R03 without a face", { ...CREDENTIAL, mode: "R03" }, "check.faceImage"],
    ["R02 with a face", { ...CREDENTIAL, mode: "R02", certPwdData: "p", faceImage: "f" }, "check.faceImage"],
    ["R04 with a face alone", { ...CREDENTIAL, mode: "R04", faceImage: "f" }, "check.certPwdData"],
  ])("is the caller's mistake: %s", async (_what, input, path) => {
    const { verifier, grant } = await engine();
    const verifying = verifier.verify(unchecked(input), { grant });

    await expect(verifying).rejects.toBeInstanceOf(UsageError);
    await expect(verifying).rejects.toMatchObject({ code: "INVALID_INPUT", path });
  });
});

describe("for any input at all, verify", () => {
  const parts = [...new Set(Object.values(CHECK_FIELDS).flatMap((tree) => Object.keys(tree)))];
  const canary = fc.string().map((value) => `canary${value}`);
  const leaf = fc.oneof(canary, fc.constant(YIYI.name), fc.constant("R01"), fc.constant("0".repeat(32)));
  const names = fc.oneof(fc.constantFrom(...parts, "operator", "bizSeq", "mode"), canary);
  const nearly = fc
    .tuple(
      fc.constantFrom(...Object.keys(CHECK_FIELDS)),
      fc.dictionary(names, fc.oneof(leaf, fc.dictionary(names, leaf), fc.anything())),
    )
    .map(([kind, given]) => ({ ...given, kind }));
  // Whatever happens to be a check after all is sent, so that nothing but the two endings is left.
  const provider = fakeProvider({
    capabilities: [
      { kind: "phone-possession", fields: ["one-tap-token"] },
      { kind: "network-identity", fields: ["network-identity-credential"] },
    ],
  });
  const running = engine({ providers: [provider] });

  const endings = async (input: unknown): Promise<unknown> => {
    const { verifier, grant } = await running;
    try {
      return (await verifier.verify(unchecked(input), { grant })).status;
    } catch (error) {
      return error;
    }
  };

  it("ends in an outcome or a UsageError, for any JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.anything()), async (input) => {
        const ending = await endings(input);

        expect(typeof ending === "string" || ending instanceof UsageError).toBe(true);
      }),
    );
  });

  it("ends so for what is nearly a check too, and repeats nothing of it", async () => {
    await fc.assert(
      fc.asyncProperty(nearly, async (input) => {
        const ending = await endings(input);

        expect(typeof ending === "string" || ending instanceof UsageError).toBe(true);
        expect(`${inspect(ending, { depth: 9, showHidden: true })}${JSON.stringify(ending)}`).not.toContain(
          "canary",
        );
      }),
    );
  });
});
