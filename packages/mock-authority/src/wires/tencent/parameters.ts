import { echoableName } from "../../echoable-name.ts";
import type { PersonalField } from "../../journal.ts";
import { parseJsonObject } from "../../json-object.ts";
import type { Parameter, Values } from "./action.ts";
import { decryptParameters } from "./decrypt-parameters.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** Parameters read from a body. `fields` is known even when the request is refused. */
export interface ReadParameters {
  readonly fields: readonly PersonalField[];
  readonly outcome: { readonly kind: "values"; readonly values: Values } | VendorError;
}

type Table = Readonly<Record<string, Parameter>>;

/** Null counts as absent, as in the official SDKs. */
function parseParameters(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const given = parseJsonObject(body);
  return given && Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

function checkValue(name: string, parameter: Parameter, value: unknown): VendorError | undefined {
  if (typeof value !== "string") {
    return vendorError("InvalidParameter", `The value type of parameter \`${name}\` is not valid.`);
  }
  if (parameter.oneOf?.includes(value) === false) {
    const hint = `\`${name}\` must be one of ${parameter.oneOf.join(", ")}.`;
    return vendorError(parameter.refusal ?? "InvalidParameterValue", hint);
  }
  return undefined;
}

function findError(given: Readonly<Record<string, unknown>>, table: Table): VendorError | undefined {
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(table, name) ? table[name] : undefined;
    if (parameter === undefined) {
      const known = echoableName(name);
      return vendorError("UnknownParameter", known && `The parameter \`${known}\` is not recognized.`);
    }
    const error = checkValue(name, parameter, value);
    if (error !== undefined) return error;
  }
  const missing = Object.keys(table).find((name) => table[name]?.required && !Object.hasOwn(given, name));
  return missing === undefined ? undefined : vendorError("MissingParameter", `\`${missing}\` is required.`);
}

/** Reads a JSON body strictly by an action's table. */
export function readParameters(body: Uint8Array, table: Table): ReadParameters {
  const given = parseParameters(body);
  if (given === undefined) {
    return { fields: [], outcome: vendorError("InvalidParameter", "The body is not a JSON object.") };
  }
  const present = Object.entries(table).flatMap(([name, { field }]) =>
    field !== undefined && Object.hasOwn(given, name) ? [field] : [],
  );
  const fields = [...new Set(present)];
  const decrypted = decryptParameters(given, table);
  if (decrypted.kind === "error") return { fields, outcome: decrypted };
  const error = findError(decrypted.given, table);
  if (error !== undefined) return { fields, outcome: error };
  // The check above left nothing but strings.
  return { fields, outcome: { kind: "values", values: decrypted.given as Values } };
}
