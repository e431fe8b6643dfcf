/** The kind of app is said, not guessed; a refusal costs the one function that cannot do without. */
import { defineRule } from "./define-rule.ts";
import { mayWithhold } from "./may-withhold.ts";
import type { Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

/** A name outside the national list is an answer, with an empty list; no name at all is none. */
const appTypeIsDeclared = defineRule("GF-09", ({ fields = [] }, { appType }) =>
  appType || fields.length === 0
    ? undefined
    : {
        code: "APP_TYPE_MISSING",
        message: `appType is not set, so nothing is necessary: ${fieldNames(fields)}`,
      },
);

/** After a refusal: everything that needs nothing, and no function more is lost than those that need what was refused. */
const limitedMode = defineRule(
  "GF-11",
  (event, context) => {
    if (event.type !== "service.refuse" && event.type !== "consent.decision") return undefined;
    const isExit =
      event.type === "service.refuse" || (event.choice === "refuse" && event.afterRefusal === "stops");
    if (!isExit || mayWithhold(event, context)) return undefined;
    const closed = event.featureId === undefined ? "the app" : `feature ${codeName(event.featureId)}`;
    return {
      code: "EXIT_ON_REFUSAL",
      message: `${closed} works without what was refused: offer it in a limited mode`,
    };
  },
  ["consent.decision", "service.refuse"],
);

export const GF_SERVICE: readonly Rule[] = [appTypeIsDeclared, limitedMode];
