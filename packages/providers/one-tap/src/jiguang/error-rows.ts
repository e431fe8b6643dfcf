import type { ResultRow } from "@shiming/provider-kit";
import { badToken, failure } from "../rows.ts";

/** The codes without a result, the same for both calls. The vendor does not say what it bills; see the README. */
export const ERROR_ROWS: readonly ResultRow[] = [
  failure("1801", "REJECTED", "a parameter was refused"),
  failure("1802", "MISCONFIGURED", "the credentials were refused"),
  failure("1803", "MISCONFIGURED", "the service is not open to this app, or has ended"),
  failure("1804", "THROTTLED", "too many requests"),
  failure("1805", "MISCONFIGURED", "the balance is used up"),
  failure("2000", "UNAVAILABLE", "the service failed"),
  failure("6005", "THROTTLED", "too many calls in this hour"),
  badToken("9003", "the token expired or does not exist"),
  failure("9004", "MISCONFIGURED", "the app has no configuration"),
  failure("9005", "THROTTLED", "the number was asked about a moment ago"),
  failure("9006", "DAILY_LIMIT", "the daily limit for this number is reached"),
  failure("9007", "DAILY_LIMIT", "the daily limit of the app is reached"),
  failure("9010", "MISCONFIGURED", "the credentials are missing"),
  failure("9011", "MISCONFIGURED", "the credentials were refused: check appKey and masterSecret"),
  failure("9012", "REJECTED", "a parameter was refused"),
  failure("9013", "REJECTED", "the method was refused"),
  failure("9014", "MISCONFIGURED", "the service is blocked for this app"),
  failure("9015", "REJECTED", "the media type was refused"),
  failure("9018", "MISCONFIGURED", "the balance is used up"),
  failure("9031", "MISCONFIGURED", "the service is not open to this app"),
  failure("9099", "UNAVAILABLE", "the service failed"),
];
