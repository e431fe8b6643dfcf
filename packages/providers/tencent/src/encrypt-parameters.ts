import { constants, createCipheriv, createPublicKey, publicEncrypt, type KeyObject } from "node:crypto";
import { UsageError } from "@shiming/contract";

/** How an action takes encrypted parameters. */
export interface EncryptionForm {
  /** The parameters that it takes encrypted. */
  readonly parameters: readonly string[];
  /** Whether what is needed to decrypt them goes into a parameter `Encryption`, or beside the others. */
  readonly place: "Encryption" | "top-level";
}

/** What encrypting needs besides the values. */
export interface EncryptionTools {
  /** The vendor's key, of the console. */
  readonly publicKey: KeyObject;
  /** As many bytes, that nobody can guess. */
  readonly random: (size: number) => Uint8Array;
}

type Parameters = Readonly<Record<string, string>>;

const KEY_BYTES = 32;
const IV_BYTES = 16;

/**
 * Encrypts the parameters that an action takes encrypted: AES-256-CBC under a key made for this request alone, which
 * goes along under the vendor's RSA key.
 *
 * Source: https://cloud.tencent.com/document/product/1007/47180 (敏感数据加密指引).
 */
export function encryptParameters(
  parameters: Parameters,
  form: EncryptionForm,
  { publicKey, random }: EncryptionTools,
): Readonly<Record<string, unknown>> {
  const key = random(KEY_BYTES);
  const iv = random(IV_BYTES);
  const EncryptList = form.parameters.filter((name) => Object.hasOwn(parameters, name));
  const encrypted = EncryptList.map((name) => [name, encryptValue(parameters[name] ?? "", key, iv)] as const);
  const needed = {
    EncryptList,
    CiphertextBlob: publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key).toString(
      "base64",
    ),
    Iv: Buffer.from(iv).toString("base64"),
  };
  const values = { ...parameters, ...Object.fromEntries(encrypted) };
  return form.place === "top-level"
    ? { ...values, ...needed }
    : { ...values, Encryption: { ...needed, Algorithm: "AES-256-CBC" } };
}

function encryptValue(value: string, key: Uint8Array, iv: Uint8Array): string {
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([cipher.update(value, "utf8"), cipher.final()]).toString("base64");
}

/**
 * Reads the public key that the console shows: PEM, or the base64 of PEM.
 *
 * @throws UsageError `INVALID_OPTION` when it is not a public RSA key
 */
export function toPublicKey(text: unknown, path: string): KeyObject {
  const key = typeof text === "string" ? parsePublicKey(text) : undefined;
  if (key?.asymmetricKeyType !== "rsa") {
    throw new UsageError("INVALID_OPTION", path, "must be a public RSA key, in PEM or as base64 of PEM");
  }
  return key;
}

function parsePublicKey(text: string): KeyObject | undefined {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("latin1");
  // Node would take the public half out of a private key, which has no business here.
  if (!/-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(pem)) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}
