import { z } from "zod";

/** What the vendor's SDK gives the app. */
export interface GeetestTokenParts {
  /** `process_id`: 32 letters and digits, good for one call. */
  readonly processId: string;
  /** The carrier's token. */
  readonly token: string;
  /** `authcode`, which tokens of China Telecom come with. Default: none. */
  readonly authCode?: string | undefined;
}

const FORM = z.object({
  processId: z.string().regex(/^[A-Za-z\d]{32}$/),
  token: z.string().min(1),
  authCode: z.string().min(1).optional(),
});

/**
 * Puts into one text, for `token` of the check, what the vendor's SDK gives in two or three.
 *
 * @example
 * ```ts
 * import { geetestToken } from "@shiming/one-tap";
 *
 * const token = geetestToken({ processId: "0123456789abcdef0123456789abcdef", token: "from-the-sdk" });
 * const check = { kind: "phone-possession", token } as const;
 * console.log(check.kind); // phone-possession
 * ```
 */
export function geetestToken({ processId, token, authCode }: GeetestTokenParts): string {
  return JSON.stringify({ processId, token, ...(authCode !== undefined && { authCode }) });
}

/** Undefined for a text that {@link geetestToken} would not make of good parts. */
export function readGeetestToken(text: string): GeetestTokenParts | undefined {
  try {
    return FORM.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
