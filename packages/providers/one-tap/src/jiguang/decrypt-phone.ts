import { constants, createPrivateKey, privateDecrypt, type KeyObject } from "node:crypto";
import { assertOption } from "@shiming/contract";
import { callError, type Secret, type VendorCall } from "@shiming/provider-kit";

/**
 * Reads the private key of the pair whose public half is registered in the vendor's console.
 *
 * @throws UsageError `INVALID_OPTION`
 */
export function readPrivateKey(pem: Secret): KeyObject {
  const key = rsaKeyOf(pem);
  assertOption(key !== undefined, "privateKey", "must be an RSA private key in PEM");
  return key;
}

function rsaKeyOf(pem: Secret): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem.reveal());
    return key.asymmetricKeyType === "rsa" ? key : undefined;
  } catch {
    // OpenSSL's own message is about the bytes of the key.
    return undefined;
  }
}

/**
 * The number inside an answer: base64 of RSAES-PKCS1-v1_5 (RFC 8017 7.2).
 *
 * Another key does not make it throw: OpenSSL then gives bytes that mean nothing (implicit rejection), which is why the
 * number is looked at as well.
 *
 * @throws ProviderError `MISCONFIGURED`, with the charge unknown: the vendor has done its work
 */
export function decryptPhone(phone: string, key: KeyObject, call: VendorCall): string {
  const number = opened(phone, key);
  if (number !== undefined && /^\+?\d{6,15}$/.test(number)) return number;
  throw callError("MISCONFIGURED", call, {
    rule: "the number could not be decrypted: check privateKey against the public key in the console",
  });
}

function opened(phone: string, key: KeyObject): string | undefined {
  try {
    const bytes = Buffer.from(phone, "base64");
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, bytes).toString("utf8");
  } catch {
    return undefined;
  }
}
