import { echoableName } from "../../echoable-name.ts";
import type { PersonalField } from "../../journal.ts";
import { parseJsonObject } from "../../json-object.ts";
import { isIdNumber } from "../../personas/check-digits.ts";
import type { Form, Parameter, Values } from "./action.ts";
import { vendorError, type VendorError } from "./vendor-error.ts";

/** Parameters read from a body. `fields` is known even when the request is refused. */
export interface ReadParameters {
  readonly fields: readonly PersonalField[];
  readonly outcome: { readonly kind: "values"; readonly values: Values } | VendorError;
}

type Table = Readonly<Record<string, Parameter>>;

const MAX_TEXT_LENGTH = 200;

const HAS_FORM: Readonly<Record<Form, (value: string) => boolean>> = {
  "id-number": isIdNumber,
  mobile: (value) => /^1[3-9]\d{9}$/.test(value),
  text: (value) => value.trim() !== "" && value.length <= MAX_TEXT_LENGTH,
  md5: (value) => /^[\da-f]{32}$/.test(value),
  sha256: (value) => /^[\da-f]{64}$/.test(value),
};

const refuse = (hint: string): VendorError => vendorError("190004", hint);

function findError(given: Readonly<Record<string, unknown>>, table: Table): VendorError | undefined {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(table, name));
  if (unknown !== undefined) return refuse(`unknown parameter ${echoableName(unknown) ?? ""}`.trimEnd());
  for (const [name, { form }] of Object.entries(table)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null || value === "") return refuse(`${name} is missing`);
    if (typeof value !== "string" || !HAS_FORM[form](value)) return refuse(`${name} is malformed`);
  }
  return undefined;
}

/** Reads a JSON body strictly by an action's table. */
export function readParameters(body: Uint8Array, table: Table): ReadParameters {
  const given = parseJsonObject(body);
  if (given === undefined) return { fields: [], outcome: refuse("the body is not a JSON object") };
  const fields = Object.entries(table).flatMap(([name, { field }]) =>
    Object.hasOwn(given, name) ? [field] : [],
  );
  const error = findError(given, table);
  if (error !== undefined) return { fields, outcome: error };
  // The check above left nothing but strings.
  return { fields, outcome: { kind: "values", values: given as Values } };
}
