/** METHOD 6: people can correct, delete, leave and complain, and get an answer in time. */
import { lateness, MAX_WORKING_DAYS } from "./answer-due.ts";
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import type { RightName } from "./event-parts.ts";
import type { Finding, Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const OWED: readonly RightName[] = ["correct", "delete", "cancel-account"];

const rightsExist = defineRule("IC-6-1", (_event, { manifest }) => {
  for (const right of OWED) {
    const declared = manifest?.rights?.find((row) => row.right === right);
    if (declared === undefined || declared.endpoint.trim() === "") {
      return { code: "RIGHT_MISSING", message: `manifest.rights has no endpoint to ${right}` };
    }
    if (declared.healthy === false) {
      return { code: "RIGHT_NOT_WORKING", message: `the endpoint to ${right} failed its health check` };
    }
  }
  return undefined;
});

const noConditions = defineRule("IC-6-2", ({ right, requiredInputs = [], paid }, { manifest }) => {
  // Not more than was asked when the account was opened (GB/T 35273-2020 8.5).
  const more = requiredInputs.filter((field) => manifest?.registrationFields?.includes(field) !== true);
  if (more.length > 0) {
    return {
      code: "UNREASONABLE_CONDITION",
      message: `to ${right} needs ${fieldNames(more)}, registering did not`,
    };
  }
  return paid === true ? { code: "UNREASONABLE_CONDITION", message: `to ${right} costs money` } : undefined;
});

const answeredInTime = defineRule("IC-6-3", (event, context) => {
  const promises = context.manifest?.rights;
  if (event.type === "right.request") {
    return promisedTooMuch(promises?.find(({ right }) => right === event.right)?.promisedDays);
  }
  return firstLate(event, "right", (open) =>
    lateness(open, promises?.find(({ right }) => right === open.right)?.promisedDays, context),
  );
});

const complaintsAnswered = defineRule("IC-6-5", (event, context) => {
  const complaints = context.manifest?.complaints;
  if (event.type === "timer.tick") {
    return firstLate(event, "complaint", (open) => lateness(open, complaints?.promisedDays, context));
  }
  if (complaints === undefined || complaints.channels.length === 0) {
    return { code: "COMPLAINT_CHANNEL_MISSING", message: "manifest.complaints.channels is empty" };
  }
  return promisedTooMuch(complaints.promisedDays);
});

function promisedTooMuch(promisedDays = 0): Finding | undefined {
  return promisedDays <= MAX_WORKING_DAYS
    ? undefined
    : {
        code: "PROMISE_TOO_LONG",
        message: `promisedDays is over ${MAX_WORKING_DAYS}: that many working days are used`,
      };
}

type Open = NonNullable<EventOf<"timer.tick">["open"]>[number];

function firstLate(
  { open = [] }: EventOf<"timer.tick">,
  kind: Open["kind"],
  find: (open: Open) => Finding | undefined,
): Finding | undefined {
  const findings = open
    .filter((one) => one.kind === kind)
    .map(find)
    .filter((finding) => finding !== undefined);
  // What is late comes before what is near.
  return findings.find(({ code }) => code !== "ANSWER_DUE") ?? findings[0];
}

const reallyDone = defineRule("IC-6-4", ({ right, acknowledgedBy = [] }, { dataMap }) => {
  if (dataMap === undefined) {
    return { code: "BACKEND_PENDING", message: "context.dataMap is missing: nobody knows who must say done" };
  }
  const waiting = dataMap.filter((name) => !acknowledgedBy.includes(name));
  return waiting.length === 0
    ? undefined
    : { code: "BACKEND_PENDING", message: `${right} is not done in ${waiting.map(codeName).join(", ")}` };
});

/** IC-6-1 to IC-6-5. */
export const IC_6_RULES: readonly Rule[] = [
  rightsExist,
  noConditions,
  answeredInTime,
  reallyDone,
  complaintsAnswered,
];
