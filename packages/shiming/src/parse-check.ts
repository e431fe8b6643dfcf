import {
  type Check,
  CHECK_FIELDS,
  type Field,
  type FieldTree,
  type NetworkIdentityCheck,
  type Problem,
  UsageError,
} from "@shiming/contract";
import { CHECK_RULES, MODE_PARTS, type PartRule, type RuleBranch, type RuleTree } from "./check-rules.ts";

/** A check in canonical form, or what is wrong with the values in it. */
export type ParsedCheck = { readonly check: Check } | { readonly problems: readonly Problem[] };

/**
 * Reads what the caller gave. A personal value that cannot be right is a problem, told by field and rule; a
 * check that is not a check (unknown kind or part, wrong type) is the caller's mistake and throws.
 *
 * @throws UsageError `INVALID_INPUT` with the path of the part.
 */
export function parseCheck(input: unknown, asOf: string): ParsedCheck {
  const kind = isObject(input) ? input["kind"] : undefined;
  if (!isObject(input) || typeof kind !== "string" || !isKind(kind))
    return refuse("check.kind", "is not a kind of check");
  const problems: Problem[] = [];
  const { kind: _kind, ...given } = input;
  const parts = readParts(given, {
    rules: CHECK_RULES[kind],
    fields: CHECK_FIELDS[kind],
    path: "check",
    asOf,
    problems,
  });
  if (problems.length > 0) return { problems };
  // Every part has just passed the rule of its kind.
  const check = { kind, ...parts } as unknown as Check;
  if (check.kind === "network-identity") assertModeParts(check);
  return { check };
}

interface Reading {
  readonly rules: RuleTree;
  readonly fields: FieldTree;
  readonly path: string;
  readonly asOf: string;
  readonly problems: Problem[];
}

type Parts = Readonly<Record<string, unknown>>;

function readParts(given: Parts, reading: Reading): Parts {
  const { rules, path } = reading;
  for (const name of Object.keys(given)) {
    // The name itself is not repeated: a part that nobody knows may be a value in the wrong place.
    if (!Object.hasOwn(rules, name)) refuse(path, "has a part that this kind of check does not have");
  }
  const read: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = given[name];
    const part = { ...reading, path: `${path}.${name}` };
    if (value !== undefined) read[name] = readPart(value, { rule, field: reading.fields[name] }, part);
    else if (rule.required) refuse(`${path}.${name}`, "is missing");
  }
  return read;
}

interface Part {
  readonly rule: PartRule | RuleBranch;
  /** Absent for a part that is not personal. */
  readonly field: Field | FieldTree | undefined;
}

function readPart(value: unknown, { rule, field }: Part, reading: Reading): unknown {
  if ("parts" in rule) {
    if (!isObject(value) || typeof field !== "object") return refuse(reading.path, "is not an object");
    return readParts(value, { ...reading, rules: rule.parts, fields: field });
  }
  if (typeof value !== "string") return refuse(reading.path, "is not a string");
  const result = rule.read(value, reading.asOf);
  if ("value" in result) return result.value;
  report(result.problems, typeof field === "string" ? field : undefined, reading);
  return value;
}

/** A broken personal value is an answer; any other broken part is a mistake in the caller's code. */
function report(found: readonly Omit<Problem, "field">[], field: Field | undefined, reading: Reading): void {
  if (field === undefined) return refuse(reading.path, found.map((problem) => problem.rule).join(", "));
  reading.problems.push(...found.map((problem) => ({ field, ...problem })));
}

function assertModeParts(check: NetworkIdentityCheck): void {
  for (const part of ["certPwdData", "faceImage"] as const) {
    const wanted = MODE_PARTS[check.mode][part];
    if (wanted !== (check[part] !== undefined)) {
      refuse(`check.${part}`, `${wanted ? "is missing with" : "does not go with"} mode ${check.mode}`);
    }
  }
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}

function isKind(kind: string): kind is Check["kind"] {
  return Object.hasOwn(CHECK_RULES, kind);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
