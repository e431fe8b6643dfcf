import type { Misuse, RightUse } from "../misuse.ts";

const absent = "what could not be parsed has no such part";

/** Numbers and names: what was parsed is there only when it is valid, and a value belongs to its kind. */
export const identifiers: readonly Misuse[] = [
  {
    name: "the value of a number that may not be valid",
    code: `return residentId.parse("110000190101010002").value;`,
    error: "TS2339",
    mentions: "Property 'value' does not exist on type",
    atRunTime: { gives: undefined, because: absent },
  },
  {
    name: "the birth date of a number that may not be valid",
    code: `return residentId.parse("110000190101010002").parts.birthDate;`,
    error: "TS2339",
    mentions: "Property 'parts' does not exist on type",
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "the birth date of a credit code",
    code: `
      const parsed = creditCode.parse("91350100M000100Y43");
      return parsed.valid ? parsed.parts.birthDate : "not valid";`,
    error: "TS2339",
    mentions: "Property 'birthDate' does not exist on type 'CreditCodeParts'",
    atRunTime: { gives: undefined, because: absent },
  },
  {
    name: "the sex of a mobile number",
    code: `
      const parsed = mobileNumber.parse("13800138000");
      return parsed.valid ? parsed.parts.sex : "not valid";`,
    error: "TS2339",
    mentions: `Property 'sex' does not exist on type 'MobileSegment'`,
    atRunTime: { gives: undefined, because: absent },
  },
  {
    name: "a mobile number as a number",
    code: `return mobileNumber.parse(13800138000).valid;`,
    error: "TS2345",
    mentions: "'number' is not assignable to parameter of type 'string'",
    atRunTime: { gives: false, because: "it is not valid: a number is no text" },
  },
  {
    name: "a name that may be undefined",
    code: `return personName.isValid(new Map<string, string>().get("name"));`,
    error: "TS2345",
    mentions: "'string | undefined' is not assignable to parameter of type 'string'",
    atRunTime: { gives: false, because: "it is not valid: nothing is no name" },
  },
  {
    name: "a kind by a name that is not known",
    code: `return detect("110000190101010001").includes("resident-id");`,
    error: "TS2345",
    mentions: `'"resident-id"' is not assignable to parameter of type 'IdentifierName'`,
    atRunTime: { gives: false, because: "no kind has this name" },
  },
  {
    name: "a finding by a code that is not known",
    code: `return residentId.parse("1").findings.some(({ code }) => code === "WRONG_LENGTH");`,
    error: "TS2367",
    mentions: `"WRONG_LENGTH"`,
    atRunTime: { gives: false, because: "no finding has this code" },
  },
  {
    name: "the input of a finding",
    code: `return residentId.parse("110000190101010002").findings[0]?.input;`,
    error: "TS2339",
    mentions: "Property 'input' does not exist on type 'Finding'",
    atRunTime: { gives: undefined, because: "a finding never holds the input" },
  },
  {
    name: "the day of a parse as a date",
    code: `return residentId.parse("110000190101010001", { asOf: new Date(0) });`,
    error: "TS2322",
    mentions: "'Date' is not assignable to type 'string'",
    atRunTime: { refused: "CivilDateError" },
  },
  {
    name: "an age by a rule that does not exist",
    code: `return ageOn("1901-01-01", "2026-11-22", { rule: "lunar" });`,
    error: "TS2322",
    mentions: `'"lunar"' is not assignable to type 'AgeRule`,
    atRunTime: { gives: 125, because: "it counts as the stricter rule, full once the day has passed" },
  },
  {
    name: "a working day in place of a boolean",
    code: `
      const working: boolean = isWorkingDay("2026-11-22");
      return working;`,
    error: "TS2322",
    mentions: "'WorkingDay' is not assignable to type 'boolean'",
    atRunTime: {
      gives: { working: false, provisional: false },
      because: "it is an object with the answer in it",
    },
  },
];

export const parsedRightly: readonly RightUse[] = [
  {
    name: "the birth date of a number that is valid",
    code: `
      const parsed = residentId.parse("110000190101010001");
      return parsed.valid ? parsed.parts.birthDate : "not valid";`,
    gives: "1901-01-01",
  },
];
