import type { ZodType } from "zod";
import { callError } from "./call-error.ts";
import type { VendorCall } from "./vendor-call.ts";

/**
 * Reads an answer by a schema. Write schemas that ask for no more than what is used (`z.object`, not `strictObject`).
 *
 * @throws ProviderError `RESPONSE_INVALID` with the paths of what is missing or of another type, and no value
 */
export function readWith<T>(schema: ZodType<T>, value: unknown, call: VendorCall): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const paths = [...new Set(read.error.issues.map((issue) => issue.path.join(".") || "(root)"))];
  const rule = `the answer is not as documented at ${paths.slice(0, 3).join(", ")}`;
  throw callError("RESPONSE_INVALID", call, { rule });
}
