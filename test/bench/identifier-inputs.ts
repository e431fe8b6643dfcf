import { creditCode, residentId } from "@shiming/identifiers";

const DAY = 86_400_000;
const CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Distinct inputs, valid ones and at the same time others with a wrong check character: one of each in turn. */
export interface Mixture {
  readonly inputs: readonly string[];
  readonly accepted: number;
}

/** Bodies of resident IDs, all different: 17 digits without the check character. */
export function residentBody(index: number): string {
  // Up to 1000 people a day from 1950 on, all over the provinces in turn.
  const birthDate = new Date(Date.UTC(1950, 0, 1) + (index % 20_000) * DAY).toISOString();
  const province = ["11", "31", "44", "51", "65"][index % 5] ?? "";
  const sequence = Math.floor(index / 20_000);
  const county = Math.floor(sequence / 1000);
  return `${province}01${digits(county, 2)}${birthDate.slice(0, 10).replaceAll("-", "")}${digits(sequence % 1000, 3)}`;
}

export function residentNumbers(count: number): Mixture {
  return mixture(count, (index) => complete(residentBody(index), "0123456789X", residentId));
}

export function creditCodes(count: number): Mixture {
  return mixture(count, (index) => {
    const region = `11${digits(index % 100, 2)}00`;
    // Both check characters at once: the one inside cannot be told apart from outside.
    for (const inner of "0123456789X") {
      const code = complete(`91${region}MA${digits(index, 6)}${inner}`, CREDIT_CHARACTERS, creditCode);
      if (code !== "") return code;
    }
    return "";
  });
}

export function mobileNumbers(count: number): Mixture {
  const inputs = Array.from({ length: count }, (_, index) => `138${digits(index, 8)}`);
  return { inputs, accepted: count };
}

function mixture(count: number, valid: (index: number) => string): Mixture {
  const inputs = Array.from({ length: count }, (_, index) => {
    const number = valid(index);
    return flat(index % 2 === 0 ? number : number.slice(0, -1) + (number.endsWith("1") ? "2" : "1"));
  });
  return { inputs, accepted: Math.ceil(count / 2) };
}

function complete(
  body: string,
  characters: string,
  kind: { readonly isValid: (input: string) => boolean },
): string {
  const check = characters.split("").find((character) => kind.isValid(body + character));
  return check === undefined ? "" : body + check;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** A string in one piece, as one that came over a wire: slices and sums are read more slowly the first time. */
function flat(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}
