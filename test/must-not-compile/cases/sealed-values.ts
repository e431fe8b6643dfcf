import type { AtRunTime, Misuse, RightUse, UnseenMisuse } from "../misuse.ts";

const NOT_OURS: AtRunTime = { refused: "TypeError" };
const shows = (gives: unknown): AtRunTime => ({
  gives,
  because: "a sealed value does not show what is in it",
});

/** A sealed value is no text, and only its sealer opens it. */
export const sealedValues: readonly Misuse[] = [
  {
    name: "a sealed value as a text",
    code: `
      const name: string = sealedName;
      return String(name);`,
    error: "TS2322",
    mentions: `'Sealed<"name">' is not assignable to type 'string'`,
    atRunTime: shows("[sealed]"),
  },
  {
    name: "a sealed value joined to a number",
    code: `return sealedName + 1;`,
    error: "TS2365",
    mentions: `'Sealed<"name">' and 'number'`,
    atRunTime: shows("[sealed]1"),
  },
  {
    name: "arithmetic with a sealed value",
    code: `return sealer.seal("id-document-number", "110000190101010001") * 1;`,
    error: "TS2362",
    mentions: "left-hand side of an arithmetic operation",
    atRunTime: shows(Number.NaN),
  },
  {
    name: "a sealed value compared to a text",
    code: `return sealedName === "某一一";`,
    error: "TS2367",
    mentions: `'Sealed<"name">' and 'string' have no overlap`,
    atRunTime: shows(false),
  },
  {
    name: "the length of a sealed value",
    code: `return sealedName.length;`,
    error: "TS2339",
    mentions: `Property 'length' does not exist on type 'Sealed<"name">'`,
    atRunTime: shows(undefined),
  },
  {
    name: "the value of a sealed value",
    code: `return sealedName.value;`,
    error: "TS2339",
    mentions: `Property 'value' does not exist on type 'Sealed<"name">'`,
    atRunTime: shows(undefined),
  },
  {
    name: "a part of a sealed value",
    code: `return sealedName.slice(0, 1);`,
    error: "TS2339",
    mentions: `Property 'slice' does not exist on type 'Sealed<"name">'`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a sealed value that opens itself",
    code: `return sealedName.reveal();`,
    error: "TS2339",
    mentions: `Property 'reveal' does not exist on type 'Sealed<"name">'`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a character of a sealed value",
    code: `return sealedName[0];`,
    error: "TS7053",
    mentions: "Property '0' does not exist on type",
    atRunTime: shows(undefined),
  },
  {
    name: "a sealed value in a URL",
    code: `return encodeURIComponent(sealedName);`,
    error: "TS2345",
    mentions: `'Sealed<"name">' is not assignable to parameter of type 'string | number | boolean'`,
    atRunTime: shows("%5Bsealed%5D"),
  },
  {
    name: "a sealed value read as JSON",
    code: `return JSON.parse(sealedName);`,
    error: "TS2345",
    mentions: `'Sealed<"name">' is not assignable to parameter of type 'string'`,
    atRunTime: { refused: "SyntaxError" },
  },
  {
    name: "a sealed value looked for in a text",
    code: `return "某一一".includes(sealedName);`,
    error: "TS2345",
    mentions: `'Sealed<"name">' is not assignable to parameter of type 'string'`,
    atRunTime: shows(false),
  },
  {
    name: "a sealed name for a sealed number",
    code: `
      const number: Sealed<"id-document-number"> = sealedName;
      return number.field;`,
    error: "TS2322",
    mentions: `'"name"' is not assignable to type '"id-document-number"'`,
    atRunTime: { gives: "name", because: "it says itself of which field it is" },
  },
  {
    name: "a sealer that opens a text",
    code: `return sealer.open("某一一");`,
    error: "TS2345",
    mentions: "'string' is not assignable to parameter of type 'Sealed<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a sealer that opens an object of its own making",
    code: `return sealer.open({ field: "name" });`,
    error: "TS2741",
    mentions: "Property 'toJSON' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a sealer that opens nothing",
    code: `return sealer.open();`,
    error: "TS2554",
    mentions: "Expected 1 arguments, but got 0",
    atRunTime: NOT_OURS,
  },
  {
    name: "a value sealed as a misspelt field",
    code: `return String(sealer.seal("nmae", "某一一"));`,
    error: "TS2345",
    mentions: `"nmae"`,
    atRunTime: shows("[sealed]"),
  },
  {
    name: "a sealed value with another field put in",
    code: `
      const sealed = sealer.seal("name", "某一一");
      sealed.field = "gender";
      return String(sealed);`,
    error: "TS2540",
    mentions: "Cannot assign to 'field' because it is a read-only property",
    atRunTime: shows("[sealed]"),
  },
  {
    name: "a sealed value in a check",
    code: `return verifier.verify({ ...person, name: sealedName }, { grant: await grantOf("name", "id-document-number") });`,
    error: "TS2322",
    mentions: `'Sealed<"name">' is not assignable to type 'string'`,
    atRunTime: { refused: "INVALID_INPUT", at: "check.name" },
  },
  {
    name: "a provider that reads a sealed part as a text",
    code: `
      return askWith(async (check) => {
        if (check.kind !== "resident-id") throw new TypeError("not for us");
        const name: string = check.name;
        return { status: "no-record", charge: { charged: "no", basis: String(name) } };
      }).then((outcome) => outcome.charge.basis);`,
    error: "TS2322",
    mentions: `'Sealed<"name">' is not assignable to type 'string'`,
    atRunTime: shows("[sealed]"),
  },
  {
    name: "a provider that opens a text of its own",
    code: `return askWith(async (_check, context) => ({ status: "no-record", charge: { charged: "no", basis: context.reveal("某一一") } }));`,
    error: "TS2345",
    mentions: "'string' is not assignable to parameter of type 'Sealed<",
    atRunTime: { refused: "RESPONSE_INVALID" },
  },
];

export const openedRightly: readonly RightUse[] = [
  { name: "a sealer that opens what it sealed", code: `return sealer.open(sealedName);`, gives: "某一一" },
  { name: "a sealed value in a template", code: "return `${sealedName}`;", gives: "[sealed]" },
];

export const unseenOpenings: readonly UnseenMisuse[] = [
  {
    name: "a sealer that opens what another sealed",
    code: `return createSealer().open(sealedName);`,
    atRunTime: NOT_OURS,
  },
  { name: "a copy of a sealed value", code: `return sealer.open({ ...sealedName });`, atRunTime: NOT_OURS },
  {
    name: "an object with a sealed value as its prototype",
    code: `return sealer.open(Object.create(sealedName));`,
    atRunTime: NOT_OURS,
  },
  {
    name: "an object of the same shape",
    code: `return sealer.open({ field: "name", toString: () => "[sealed]", toJSON: () => "[sealed]" });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "the parts of a sealed value",
    code: `return Object.entries(sealedName);`,
    atRunTime: shows([["field", "name"]]),
  },
  {
    name: "the text of a sealed value in JSON",
    code: `return JSON.stringify({ sealedName });`,
    atRunTime: shows(`{"sealedName":"[sealed]"}`),
  },
];
