import { hash } from "node:crypto";

export interface SignInput {
  /** As the console gives it out: 32 hexadecimal digits. */
  readonly secretKey: string;
  /** System parameters without `sign`, and the parameters of the query, not encoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The body, as sent. Default: none. */
  readonly body?: string;
}

/**
 * The `sign` header: SHA-256 over the key, every parameter as name and value in the order of the names, and the body.
 *
 * Source: 网络游戏防沉迷实名认证系统接口对接技术规范 V1.8, 5 (签名).
 */
export function sign({ secretKey, parameters, body = "" }: SignInput): string {
  const joined = Object.keys(parameters)
    .toSorted()
    .map((name) => `${name}${parameters[name]}`)
    .join("");
  return hash("sha256", secretKey + joined + body, "hex");
}
