import { hash } from "node:crypto";
import { UsageError } from "@shiming/contract";

/**
 * The `ai` of a verification: the code under which the authority keeps the check, and under which its answer can be
 * asked for.
 *
 * It is made of the verification's id alone: that id is new for every call, so no `ai` is used twice, and nothing about
 * the person is in it. 32 characters is the longest the authority takes (specification V1.8, 4.1).
 */
export function aiOf(verificationId: string): string {
  return hash("sha256", `shiming nppa ai ${verificationId}`, "hex").slice(0, 32);
}

/**
 * Checks an `ai` that comes from outside. It becomes a part of a URL.
 *
 * @param path - name of the argument, for the message; the value is never in it
 * @throws UsageError `INVALID_INPUT`
 */
export function checkAi(value: string, path: string): string {
  if (/^[A-Za-z0-9]{1,32}$/.test(value)) return value;
  throw new UsageError("INVALID_INPUT", path, "must be 1 to 32 letters and digits");
}
