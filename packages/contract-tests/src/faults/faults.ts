import type { Expectation } from "../provider/expectation.ts";

/** Something that goes wrong between a provider and its vendor, and what every provider makes of it. */
export interface Fault {
  readonly name: FaultName;
  /** In words that follow "when". */
  readonly when: string;
  readonly expect: Expectation;
  /** How many requests reach the server: a charged call is never asked twice. */
  readonly requests: 0 | 1;
}

/** The names of the faults, one for each row of {@link FAULTS}. */
export type FaultName =
  | "refused"
  | "reset-before-read"
  | "reset-after-read"
  | "no-answer"
  | "endless-body"
  | "unavailable"
  | "too-many-requests"
  | "html"
  | "truncated-json"
  | "json-array"
  | "json-number"
  | "json-null"
  | "oversized-body";

const LOST = { status: "in-doubt", charged: "unknown" } as const;
const NOT_UNDERSTOOD = { error: "RESPONSE_INVALID", charged: "unknown" } as const;

/** Same fault, same error, whichever provider. */
export const FAULTS: readonly Fault[] = [
  {
    name: "refused",
    when: "the connection is refused",
    expect: { error: "UNAVAILABLE", charged: "no" },
    requests: 0,
  },
  {
    name: "reset-before-read",
    when: "the connection breaks before the request is read",
    expect: LOST,
    requests: 1,
  },
  {
    name: "reset-after-read",
    when: "the connection breaks after the request is read",
    expect: LOST,
    requests: 1,
  },
  { name: "no-answer", when: "no answer comes", expect: LOST, requests: 1 },
  { name: "endless-body", when: "the body drips and never ends", expect: LOST, requests: 1 },
  {
    name: "unavailable",
    when: "the answer is 503 with text",
    expect: { error: "UNAVAILABLE", charged: "no" },
    requests: 1,
  },
  {
    name: "too-many-requests",
    when: "the answer is 429",
    expect: { error: "THROTTLED", charged: "no" },
    requests: 1,
  },
  { name: "html", when: "the answer is 200 with HTML", expect: NOT_UNDERSTOOD, requests: 1 },
  { name: "truncated-json", when: "the JSON of the answer is cut off", expect: NOT_UNDERSTOOD, requests: 1 },
  { name: "json-array", when: "the answer is a JSON array", expect: NOT_UNDERSTOOD, requests: 1 },
  { name: "json-number", when: "the answer is a JSON number", expect: NOT_UNDERSTOOD, requests: 1 },
  { name: "json-null", when: "the answer is JSON null", expect: NOT_UNDERSTOOD, requests: 1 },
  { name: "oversized-body", when: "the body is larger than 2 MiB", expect: NOT_UNDERSTOOD, requests: 1 },
];
