import { createHash } from "node:crypto";
import type { PersonPersona } from "../../personas/people.ts";
import type { Persona, Registry } from "../../personas/registry.ts";
import type { Action, Values } from "./action.ts";
import { SPECIAL_NAMES } from "./special-names.ts";
import { vendorError } from "./vendor-error.ts";

const DESCRIPTIONS = {
  "0": "三要素信息一致",
  "-4": "三要素信息不一致",
  "-7": "身份证号码有误",
  "-8": "参数错误",
  "-9": "没有记录",
  "-11": "验证中心服务繁忙",
} as const;

type Result = keyof typeof DESCRIPTIONS;

/** One way to hide the values, or not to. */
export interface Mode {
  /** What of a value is sent. */
  readonly of: (value: string) => string;
  /** What all of them look like. */
  readonly form: RegExp;
  /** What an ID number looks like. */
  readonly idNumberForm: RegExp;
}

const digest = (algorithm: string, length: number): Mode => {
  const form = new RegExp(`^[0-9a-f]{${length}}$`);
  return {
    of: (value) => createHash(algorithm).update(value).digest("hex"),
    form,
    idNumberForm: form,
  };
};

/** By EncryptionMode. Lower-case hexadecimal, as in the vendor's own example. */
export const ENCRYPTION_MODES: Readonly<Record<string, Mode>> = {
  "0": { of: (value) => value, form: /^.{2,50}$/u, idNumberForm: /^\d{17}[\dX]$/ },
  "1": digest("md5", 32),
  "2": digest("sha256", 64),
  "3": digest("sm3", 64),
};

const isSubscriber = (persona: Persona): persona is PersonPersona =>
  persona.kind === "person" && persona.phone !== undefined;

interface Judged {
  readonly result: Result;
  readonly carrier?: string | undefined;
}

function judge({ Name = "", IdCard = "", Phone = "" }: Values, mode: Mode, registry: Registry): Judged {
  if (![Name, Phone].every((value) => mode.form.test(value))) return { result: "-8" };
  if (!mode.idNumberForm.test(IdCard)) return { result: "-7" };
  if (Name === mode.of(SPECIAL_NAMES.busy)) return { result: "-11" };
  const subscriber = registry.personas
    .filter(isSubscriber)
    .find(({ phone = "" }) => mode.of(phone) === Phone);
  if (subscriber === undefined) return { result: "-9" };
  const isSame = mode.of(subscriber.name) === Name && mode.of(subscriber.idNumber) === IdCard;
  return { result: isSame ? "0" : "-4", carrier: subscriber.carrier };
}

/**
 * Phone, name and ID number, each hashed whole and without a salt. The carrier is in `ISP` here, not in `Isp`.
 *
 * Source: https://github.com/TencentCloud/tencentcloud-cli, tccli/examples/faceid/v20180301/EncryptedPhoneVerification.md.
 */
export const encryptedPhoneVerification: Action = {
  name: "EncryptedPhoneVerification",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    IdCard: { kind: "text", required: true, field: "id-document-number" },
    Name: { kind: "text", required: true, field: "name" },
    Phone: { kind: "text", required: true, field: "mobile-number" },
    EncryptionMode: { kind: "text", required: true, oneOf: Object.keys(ENCRYPTION_MODES) },
  },
  answer(values, registry) {
    const mode = ENCRYPTION_MODES[values["EncryptionMode"] ?? ""];
    if (mode === undefined) return vendorError("InvalidParameterValue");
    if (values["Name"] === mode.of(SPECIAL_NAMES.throttled)) return vendorError("RequestLimitExceeded");
    const { result, carrier = "" } = judge(values, mode, registry);
    const response = { Result: result, Description: DESCRIPTIONS[result], ISP: carrier };
    return { kind: "answer", status: result, response };
  },
};
