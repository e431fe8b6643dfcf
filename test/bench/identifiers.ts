import { creditCode, mobileNumber, residentId } from "@shiming/identifiers";
import IDValidator from "id-validator";
import { isValidPhoneNumber } from "libphonenumber-js";
import { stdnum } from "stdnum";
import validator from "validator";
import { type Inputs, type Judge, raceCalls } from "./calls.ts";
import { liveHeap } from "./heap.ts";
import {
  creditCodes,
  type Mixture,
  mobileNumbers,
  residentBody,
  residentNumbers,
} from "./identifier-inputs.ts";
import { absolute, figure, median, type Metric, ratio } from "./report.ts";

const BENCH = "identifiers";

const judge = (name: string, isValid: (input: string) => boolean): Judge => ({
  name,
  prepare: () => isValid,
});

const RESIDENT: readonly [Judge, Judge, Judge, Judge, Judge] = [
  judge("resident-id", (input) => residentId.isValid(input)),
  judge("resident-id-validator.js", (input) => validator.isIdentityCard(input, "zh-CN")),
  {
    // It remembers whatever it was given: a new one each round, or all but the first round would only be remembered.
    name: "resident-id-id-validator",
    prepare: () => {
      const remembering = new IDValidator();
      return (input) => remembering.isValid(input);
    },
  },
  judge("resident-id-stdnum", (input) => stdnum["CN"]?.["ric"]?.validate(input).isValid === true),
  judge("resident-id-parse", (input) => residentId.parse(input).valid),
];

const CREDIT: readonly [Judge, Judge] = [
  judge("credit-code", (input) => creditCode.isValid(input)),
  judge("credit-code-parse", (input) => creditCode.parse(input).valid),
];

const MOBILE: readonly [Judge, Judge, Judge] = [
  judge("mobile-number", (input) => mobileNumber.isValid(input)),
  judge("mobile-number-validator.js", (input) => validator.isMobilePhone(input, "zh-CN")),
  judge("mobile-number-libphonenumber-js", (input) => isValidPhoneNumber(input, "CN")),
];

/** Offline checks beside the libraries that do the same, in one run, on inputs that are all different. */
export async function benchIdentifiers({ short }: { readonly short: boolean }): Promise<readonly Metric[]> {
  const rounds = short ? 1 : 15;
  const run = (mixture: Mixture): Inputs => ({ ...mixture, rounds });
  const resident = raceCalls(RESIDENT, run(residentNumbers(short ? 2000 : 200_000)));
  const credit = raceCalls(CREDIT, run(creditCodes(short ? 2000 : 200_000)));
  const mobile = raceCalls(MOBILE, run(mobileNumbers(short ? 1000 : 20_000)));
  const [ours, validatorJs, idValidator, ...otherResident] = RESIDENT;
  const [ourCredit, ...otherCredit] = CREDIT;
  return [
    fast(ours, resident),
    ...[validatorJs, idValidator, ...otherResident].map((one) => speed(one, resident)),
    times(ours, { rates: resident, against: validatorJs, target: 8 }),
    times(ours, { rates: resident, against: idValidator, target: 12 }),
    fast(ourCredit, credit),
    ...otherCredit.map((one) => speed(one, credit)),
    ...MOBILE.map((one) => speed(one, mobile)),
    ...memory(short ? 10_000 : 10_000_000),
  ];
}

type Rates = ReadonlyMap<string, readonly number[]>;

const UNIT = "M calls/s";

function speed({ name }: Judge, rates: Rates): Metric {
  return figure(BENCH, name, { value: median(rates.get(name) ?? []), unit: UNIT });
}

function fast({ name }: Judge, rates: Rates): Metric {
  return absolute(BENCH, name, {
    value: median(rates.get(name) ?? []),
    unit: UNIT,
    target: 5,
    better: "higher",
  });
}

/** Round by round, so that both sides of a ratio had the same machine. */
function times(
  { name }: Judge,
  { rates, against, target }: { rates: Rates; against: Judge; target: number },
): Metric {
  const base = rates.get(against.name) ?? [];
  const ratios = (rates.get(name) ?? []).map((rate, round) => rate / (base[round] ?? Number.NaN));
  return ratio(BENCH, `${name}-vs-${against.name.slice(name.length + 1)}`, {
    value: median(ratios),
    against: against.name,
    target,
  });
}

/** What is left in memory after so many distinct inputs. */
function memory(inputs: number): readonly Metric[] {
  // What is set up once, compiled code included, is no leak.
  pass(Math.min(inputs, 100_000));
  const before = liveHeap();
  pass(inputs);
  const after = liveHeap();
  return [
    figure(BENCH, "memory-inputs", { value: inputs, unit: "distinct inputs" }),
    figure(BENCH, "memory-before", { value: before, unit: "MiB" }),
    figure(BENCH, "memory-after", { value: after, unit: "MiB" }),
    absolute(BENCH, "memory-growth", { value: after - before, unit: "MiB", target: 1, better: "lower" }),
  ];
}

function pass(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const number = `${residentBody(index)}${index % 10}`;
    residentId.isValid(number);
    residentId.parse(number);
  }
}
