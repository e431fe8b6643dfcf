import type { JwsSigner } from "@shiming/contract";

/**
 * Signs claims as a compact JWS (RFC 7515). Every kind of statement has a `typ` of its own (RFC 8725 3.11), so that
 * one can never pass for another.
 */
export async function signCompactJws(signer: JwsSigner, typ: string, claims: object): Promise<string> {
  const input = `${segment({ alg: signer.alg, typ, kid: signer.kid })}.${segment(claims)}`;
  const signature = await signer.sign(Buffer.from(input, "ascii"));
  return `${input}.${Buffer.from(signature).toString("base64url")}`;
}

function segment(value: object): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
