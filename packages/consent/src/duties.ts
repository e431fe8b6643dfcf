import type { Field } from "@shiming/contract";
import type { App } from "./app.ts";
import type { Ask } from "./law/ask.ts";
import type { Need } from "./law/need-model.ts";
import { need } from "./law/need.ts";
import type { Purpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { rememberedBy } from "./remembered-by.ts";

/** Of whom and about what the duties are asked. */
export interface Handling {
  readonly fields: readonly Field[];
  /** In years, when known. */
  readonly age: number | undefined;
  /** The recipient that the act is about, when it is about one alone. */
  readonly recipient: Recipient | undefined;
}

/** What the law asks for before this is done. */
export type DutiesOf = (purpose: Purpose, handling: Handling) => Need;

/** More than a purpose has in practice; beyond it they are worked out anew each time. */
const MOST_KEPT = 256;

/** The duties in one app. A purpose is frozen and the rules are fixed, so they are worked out once for each handling. */
export function createDuties(app: App): DutiesOf {
  const keptFor = rememberedBy((_purpose: Purpose) => new Map<string, Need>());
  return (purpose, handling) => {
    const known = keptFor(purpose);
    const { fields, age, recipient } = handling;
    const key = [fields.join(","), age === undefined ? "" : knownAge(age), recipient?.id ?? ""].join(" ");
    const found = known.get(key) ?? dutiesOf(app, purpose, handling);
    if (known.size < MOST_KEPT) known.set(key, found);
    return found;
  };
}

function dutiesOf(app: App, purpose: Purpose, handling: Handling): Need {
  return need(askOf(purpose, handling), { profile: app.profile, label: (field) => app.label(field) });
}

function askOf(purpose: Purpose, { fields, age, recipient }: Handling): Ask {
  const { basis, writtenRequiredBy, realName } = purpose;
  return {
    operation: operationOf(purpose, recipient),
    purposeId: purpose.id,
    fields,
    basis: basis.article,
    ...(basis.article === "13.1" ? {} : { legalRef: basis.legalRef }),
    ...(recipient === undefined ? {} : { recipients: [recipient] }),
    age: age === undefined ? "unknown" : knownAge(age),
    childDirected: purpose.audience === "children",
    ...(writtenRequiredBy === undefined ? {} : { writtenRequiredBy }),
    ...(realName === undefined ? {} : { realName }),
  };
}

/** An age that is no number must never pass for a grown-up's. */
function knownAge(age: number): number {
  return typeof age !== "number" || Number.isNaN(age) ? 0 : age;
}

function operationOf(purpose: Purpose, recipient: Recipient | undefined): Ask["operation"] {
  if (recipient !== undefined) return recipient.outsideMainland ? "export" : "share";
  return purpose.publishes ? "publish" : "collect";
}
