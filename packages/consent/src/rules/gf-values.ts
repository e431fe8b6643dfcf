/** No personal values in logs and errors (PIPL 6, 51): what is told about an event is made of its codes. */
import { isField } from "@shiming/contract";
import { defineRule } from "./define-rule.ts";
import type { Rule } from "./model.ts";

/** The numbers of people, of their phones and cards are at least this long; an address of mail has its sign. */
const VALUE = /[0-9]{7}|@/;

const noValues = defineRule("GF-15", (event) => {
  const { purpose, featureId, initiator, recipient, fields = [] } = event;
  const parts = { purpose, featureId, initiator, recipient: recipient?.id };
  const module = event.type === "collect" ? event.module : event.sdk;
  const filled = Object.entries({ ...parts, module }).filter(([, code = ""]) => VALUE.test(code));
  const names = [
    ...filled.map(([part]) => part),
    ...(fields.every((field) => isField(field)) ? [] : ["fields"]),
  ];
  return names.length === 0
    ? undefined
    : { code: "VALUE_IN_EVENT", message: `holds a value where a code belongs: ${names.join(", ")}` };
});

export const GF_VALUES: readonly Rule[] = [noValues];
