import { UsageError } from "@shiming/contract";
import type { FormResult, FormSchema } from "./form-schema.ts";

/**
 * Asks a schema, and takes no promise for an answer: data that wait for a validator would outlive the look at the grant.
 *
 * @throws UsageError `INVALID_OPTION` when it waits or throws. Its own error is not passed on: it may hold a value.
 */
export function validateNow<Output>(schema: FormSchema<unknown, Output>, value: unknown): FormResult<Output> {
  let result: FormResult<Output> | Promise<FormResult<Output>>;
  try {
    result = schema["~standard"].validate(value);
  } catch {
    return refuse();
  }
  if (!(result instanceof Promise)) return result;
  // zod asks again, waiting, when a check throws: nobody is there to hear how that ends.
  result.catch(() => undefined);
  return refuse();
}

function refuse(): never {
  throw new UsageError(
    "INVALID_OPTION",
    "purpose.schema",
    "must answer at once: its checks may not wait or throw",
  );
}
