type Digit = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type ConsentNumber = `0${Digit}` | `1${"0" | Digit}` | `2${"0" | "1" | "2" | "3" | "4" | "5" | "6"}`;
type RealNameNumber = `0${Digit}` | "10" | "11" | "12";

/** The rules of consent, `CR-01` to `CR-26`, and of real-name duties, `RN-01` to `RN-12`. */
export type RuleId = `CR-${ConsentNumber}` | `RN-${RealNameNumber}`;
