/** PIPL 15, 47; NDSR 23: what a withdrawal sets off. */
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { necessaryFields } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";
import { sdkName } from "./sdk-name.ts";

type Withdrawal = EventOf<"consent.withdraw">;

/** Ends the data. */
const ENDING = new Set(["delete", "anonymise"]);
/** All that is left where a law sets a period, or where deletion is technically hard (PIPL 47). */
const RESTING = new Set(["store", "protect"]);

/** PIPL 15, 16, 47(3). What was done before stays lawful, so nothing here looks back. */
const withdrawalStopsAndSpreads = defineRule(
  "EX-06",
  (event, context) =>
    stopSignalMissing(event, context) ?? handlingGoesOn(event) ?? serviceRefused(event, context),
);

/** Everyone who handles data for this purpose: recipients by id, SDKs by name. */
function handlersOf(purpose: string | undefined, { manifest }: RuleContext): readonly string[] {
  const rows = (manifest?.items ?? []).filter((item) => item.purpose === purpose);
  const recipients = rows.flatMap((item) => item.recipients ?? []);
  const collectors = rows.map(({ initiator }) => sdkName(initiator)).filter((name) => name !== undefined);
  const sdks = (manifest?.sdks ?? []).filter((sdk) => sdk.purposes?.some((each) => each === purpose));
  return [...new Set([...recipients, ...collectors, ...sdks.map(({ name }) => name)])];
}

function stopSignalMissing(event: Withdrawal, context: RuleContext): Finding | undefined {
  const unaware = handlersOf(event.purpose, context).filter((name) => event.stopped?.includes(name) !== true);
  if (unaware.length === 0) return undefined;
  return { code: "STOP_NOT_SENT", message: `not told to stop: ${unaware.map(codeName).join(", ")}` };
}

function handlingGoesOn({ furtherHandling = [], legalRef }: Withdrawal): Finding | undefined {
  const goesOn = furtherHandling.filter((what) => !ENDING.has(what) && !RESTING.has(what));
  if (goesOn.length > 0) {
    return {
      code: "HANDLING_GOES_ON",
      message: `goes on after the withdrawal: ${goesOn.map(codeName).join(", ")}`,
    };
  }
  if (legalRef || furtherHandling.every((what) => ENDING.has(what))) return undefined;
  return { code: "NOT_DELETED", message: "kept after the withdrawal without a law that asks for it" };
}

function serviceRefused(
  { serviceRefused: isRefused, fields = [] }: Withdrawal,
  context: RuleContext,
): Finding | undefined {
  const necessary = necessaryFields(context);
  if (isRefused !== true || fields.some((field) => necessary.includes(field))) return undefined;
  return {
    code: "REFUSAL_NOT_ALLOWED",
    message: `the service does not need what was withdrawn: ${fieldNames(fields)}`,
  };
}

export const EX_WITHDRAWAL: readonly Rule[] = [withdrawalStopsAndSpreads];
