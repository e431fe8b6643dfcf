import { createHash, createHmac } from "node:crypto";

/** A client assertion, with the parts a test bends. */
export interface AssertionParts {
  readonly secret: string;
  readonly body: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A compact JWS made by hand, so that the test does not lean on the library under it. */
export function makeAssertion({ secret, body, claims, header }: AssertionParts): string {
  const head = encode({ alg: "HS256", typ: "client-authentication+jwt", ...header });
  const payload = encode({
    body_sha256: createHash("sha256").update(body).digest("base64url"),
    ...claims,
  });
  const signature = createHmac("sha256", secret).update(`${head}.${payload}`).digest("base64url");
  return `${head}.${payload}.${signature}`;
}
