import { hash } from "node:crypto";

/**
 * How personal values are written. `md5` is a way to send them and not a protection: there are so few names, dates and
 * numbers that a digest is looked up in a moment.
 */
export type ParamType = "normal" | "md5";

type Write = (value: string) => string;

/** How one group of actions writes each element. */
export interface Writing {
  readonly name: Write;
  readonly idNumber: Write;
  readonly phone: Write;
}

const md5: Write = (value) => hash("md5", value, "hex");
const asItIs: Write = (value) => value;

const NORMAL: Writing = { name: asItIs, idNumber: asItIs, phone: asItIs };

/**
 * Name and ID number. Of the number the birth date is hashed, of the name the first character.
 *
 * Source: https://help.aliyun.com/en/id-verification/information-verification/developer-reference/parameter-encryption-description.
 */
export const ID_WRITING: Readonly<Record<ParamType, Writing>> = {
  normal: NORMAL,
  md5: {
    name: (name) => {
      const [first = "", ...rest] = name;
      return md5(first) + rest.join("");
    },
    idNumber: (number) => number.slice(0, 6) + md5(number.slice(6, 14)) + number.slice(14),
    phone: md5,
  },
};

/** Two and three elements of a phone: each is hashed whole. Source: as above. */
export const PHONE_WRITING: Readonly<Record<ParamType, Writing>> = {
  normal: NORMAL,
  md5: { name: md5, idNumber: md5, phone: md5 },
};
