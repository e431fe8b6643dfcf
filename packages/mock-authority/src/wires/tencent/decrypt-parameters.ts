import { constants, createDecipheriv, privateDecrypt } from "node:crypto";
import type { Parameter } from "./action.ts";
import { encryptionKey } from "./encryption-key.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

type Given = Readonly<Record<string, unknown>>;
type Table = Readonly<Record<string, Parameter>>;

/** Parameters as they were before they were encrypted. */
export interface Decrypted {
  readonly kind: "decrypted";
  readonly given: Given;
}

const isObject = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Base64 of exactly these many bytes; OpenSSL would otherwise throw further on. */
function bytesOf(value: unknown, size?: number): Buffer | undefined {
  if (typeof value !== "string" || !/^[\w+/-]+={0,2}$/.test(value)) return undefined;
  const bytes = Buffer.from(value, "base64");
  return size === undefined || bytes.length === size ? bytes : undefined;
}

/** Names of the members that say how to decrypt: one for the object `Encryption`, several beside the parameters. */
function split(given: Given, table: Table): { readonly how: Given | undefined; readonly rest: Given } {
  const isHow = (name: string): boolean => Object.hasOwn(table, name) && table[name]?.kind === "encryption";
  const pick = (wanted: boolean): Given =>
    Object.fromEntries(Object.entries(given).filter(([name]) => isHow(name) === wanted));
  const how = pick(true);
  if (Object.keys(how).length === 0) return { how: undefined, rest: given };
  const nested = how["Encryption"];
  return { how: isObject(nested) ? nested : how, rest: pick(false) };
}

function decryptValue(value: unknown, key: Buffer, iv: Buffer): string | undefined {
  const bytes = bytesOf(value);
  if (bytes === undefined) return undefined;
  const decipher = createDecipheriv("aes-256-cbc", key, iv);
  const text = Buffer.concat([decipher.update(bytes), decipher.final()]);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}

function decryptList(rest: Given, list: readonly string[], how: Given): Given | undefined {
  const iv = bytesOf(how["Iv"], 16);
  const blob = bytesOf(how["CiphertextBlob"]);
  if (iv === undefined || blob === undefined || (how["Algorithm"] ?? "AES-256-CBC") !== "AES-256-CBC") {
    return undefined;
  }
  try {
    const key = privateDecrypt({ key: encryptionKey, padding: constants.RSA_PKCS1_PADDING }, blob);
    const opened = list.map((name) => [name, decryptValue(rest[name], key, iv)] as const);
    if (opened.some(([, text]) => text === undefined)) return undefined;
    return { ...rest, ...Object.fromEntries(opened) };
  } catch {
    // A wrong key, or bytes that are none: OpenSSL has no other way to say so.
    return undefined;
  }
}

/**
 * Undoes what https://cloud.tencent.com/document/product/1007/47180 describes: AES-256-CBC for each listed parameter
 * under one key, which came under the RSA key of the console. SM4-GCM is refused: this mock has no SM2.
 */
export function decryptParameters(given: Given, table: Table): Decrypted | VendorError {
  const { how, rest } = split(given, table);
  if (how === undefined) return { kind: "decrypted", given };
  const list = how["EncryptList"];
  if (!isList(list)) return vendorError("FailedOperation.DecryptSystemError");
  if (list.some((name) => !Object.hasOwn(table, name) || table[name]?.encryptable !== true)) {
    return vendorError("InvalidParameter.UnsupportEncryptField");
  }
  const opened = decryptList(rest, list, how);
  return opened === undefined
    ? vendorError("FailedOperation.DecryptSystemError")
    : { kind: "decrypted", given: opened };
}
