import { callError } from "./call-error.ts";
import type { VendorCall } from "./vendor-call.ts";

/** An object as JSON has it, its values not looked at yet. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * Reads a body that has to be a JSON object. Further keys are fine: vendors add some.
 *
 * @throws ProviderError `RESPONSE_INVALID`, which never quotes the body
 */
export function parseJsonObject(body: string, call: VendorCall): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // The engine's own message quotes the text around the fault.
    throw callError("RESPONSE_INVALID", call, { rule: "the body is not JSON" });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw callError("RESPONSE_INVALID", call, { rule: "the body is not a JSON object" });
  }
  // The line above leaves plain objects only: that is all JSON.parse makes beside arrays and scalars.
  return value as JsonObject;
}
