import { readDigits } from "./ascii.ts";

/**
 * The provinces of GB/T 2260 whose numbers are in use: by their first digit, a bit for each second digit. 71 is in that
 * standard, but no number is given with it. From 81 on are Hong Kong, Macau and Taiwan, whose residence permits have
 * exactly 810000, 820000 and 830000 (国办发〔2018〕81号 art. 3).
 */
const SECOND_DIGITS = [0, 0b11_1110, 0b1110, 0b1111_1110, 0b111_1110, 0b1_1111, 0b11_1110, 0, 0b1110];

/** Whether two digits of a text are a province of the mainland. */
export function hasMainlandProvince(text: string, start: number): boolean {
  const province = readDigits(text, start, start + 2);
  return province < 81 && isProvince(province);
}

/** Whether the number is that of a province. */
export function isProvince(province: number): boolean {
  const seconds = SECOND_DIGITS[Math.floor(province / 10)] ?? 0;
  return ((seconds >> (province % 10)) & 1) === 1;
}
