import { z, type ZodType } from "zod";

/**
 * A code in an answer. The vendor's types say string, its printed examples have numbers too. A slash is refused: in our
 * tables it stands between the codes of two layers, and no single one may pass for both.
 */
export const CODE: ZodType<string> = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^[\w.-]{1,64}$/));

/** A request id of another shape than documented is not worth losing an answer. */
export const REQUEST_ID: ZodType<string | undefined> = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);
