import { hash } from "node:crypto";
import { isIdNumber } from "../../personas/check-digits.ts";

/** How one element of a person is sent: what is well-formed, and how a recorded value would look. */
export interface Element {
  isWellFormed(sent: string): boolean;
  written(recorded: string): string;
}

/** The elements of a person as one `ParamType` of one group of actions sends them. */
export interface Elements {
  readonly UserName: Element;
  readonly IdentifyNum: Element;
  readonly Mobile: Element;
}

/** `ParamType` values this mock knows. It has no key for `sm2`. */
export type ParamType = "normal" | "md5";

const digest = (text: string): string => hash("md5", text);

const plain: Elements = {
  UserName: { isWellFormed: (name) => /^[\p{Script=Han}·]{2,50}$/u.test(name), written: (name) => name },
  IdentifyNum: { isWellFormed: isIdNumber, written: (number) => number },
  Mobile: { isWellFormed: (phone) => /^1[3-9]\d{9}$/.test(phone), written: (phone) => phone },
};

/** Lower case, as the vendor asks for. */
const whole: Element = { isWellFormed: (sent) => /^[0-9a-f]{32}$/.test(sent), written: digest };

/** Name and ID number: digest of the name's first character, and of the birth date inside the number. */
export const ID_ELEMENTS: Readonly<Record<ParamType, Elements>> = {
  normal: plain,
  md5: {
    UserName: {
      isWellFormed: (sent) => /^[0-9a-f]{32}[\p{Script=Han}·]{1,49}$/u.test(sent),
      written(name) {
        const first = String.fromCodePoint(name.codePointAt(0) ?? 0);
        return digest(first) + name.slice(first.length);
      },
    },
    IdentifyNum: {
      isWellFormed: (sent) => /^\d{6}[0-9a-f]{32}\d{3}[\dX]$/.test(sent),
      written: (number) => `${number.slice(0, 6)}${digest(number.slice(6, 14))}${number.slice(14)}`,
    },
    Mobile: whole,
  },
};

/** Elements of a phone: each digested whole. */
export const PHONE_ELEMENTS: Readonly<Record<ParamType, Elements>> = {
  normal: plain,
  md5: { UserName: whole, IdentifyNum: whole, Mobile: whole },
};
