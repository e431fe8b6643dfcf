/** The digits of base 26, 0 to 9 and then a to p, before the 32 characters of the person's code. */
const FORM = /^([0-9a-p]{6})[0-9a-z]{32}$/;
const BASE = 26;

/**
 * The birth date inside a `pi`, the code by which the authority knows a player: `YYYY-MM-DD`, or undefined for anything
 * that is no `pi`.
 *
 * A `pi` is personal information: its first six characters are the birth date as a number in base 26.
 *
 * Source: 网络游戏防沉迷实名认证系统接口对接技术规范 V1.8.
 *
 * @example
 * ```ts
 * import { birthDateOfPi } from "@shiming/nppa";
 *
 * // The first of the citizens that the authority made up for its test system.
 * console.log(birthDateOfPi("1fffbjzos82bs9cnyj1dna7d6d29zg4esnh99u")); // 1901-01-01
 * ```
 */
export function birthDateOfPi(pi: string): string | undefined {
  const [, digits] = FORM.exec(pi) ?? [];
  if (digits === undefined) return undefined;
  const number = Array.from(digits, (digit) => Number.parseInt(digit, BASE));
  const day = String(number.reduce((sum, digit) => sum * BASE + digit, 0));
  return toDate(day.padStart(8, "0"));
}

/** Undefined for a day that no calendar has. */
function toDate(yyyymmdd: string): string | undefined {
  const date = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}
