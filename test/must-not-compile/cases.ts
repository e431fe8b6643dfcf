import { actedRightly, actsOfTheirOwn, unseenActs } from "./cases/acts-of-their-own.ts";
import { collectedData, collectedRightly, unseenForms } from "./cases/collected-data.ts";
import { decisions, doubtfulDecisions } from "./cases/decisions.ts";
import { definitions, doubtfulDefinitions } from "./cases/definitions.ts";
import { askedRightly, engines, outcomes } from "./cases/engines.ts";
import { doubtfulFields, fields, ownFields } from "./cases/fields.ts";
import { copiedGrants, forgedGrants } from "./cases/forged-grants.ts";
import { grantLacksAField, grantOfEveryField } from "./cases/grant-lacks-a-field.ts";
import { identifiers, parsedRightly } from "./cases/identifiers.ts";
import { optionalFields, optionalFieldsAsked } from "./cases/optional-fields.ts";
import { otherPeople, otherPurposes } from "./cases/other-purposes.ts";
import { guardedSources, openedForms, sealedForms, unseenOpeningsOfForms } from "./cases/sealed-forms.ts";
import { openedRightly, sealedValues, unseenOpenings } from "./cases/sealed-values.ts";
import type { Misuse, RightUse, UnseenMisuse } from "./misuse.ts";

/** Wrong uses that the compiler refuses. */
export const MISUSES: readonly Misuse[] = [
  ...grantLacksAField,
  ...optionalFields,
  ...forgedGrants,
  ...otherPurposes,
  ...fields,
  ...definitions,
  ...decisions,
  ...actsOfTheirOwn,
  ...collectedData,
  ...sealedForms,
  ...guardedSources,
  ...sealedValues,
  ...engines,
  ...outcomes,
  ...identifiers,
];

/** Wrong uses that no compiler can see. */
export const UNSEEN_MISUSES: readonly UnseenMisuse[] = [
  ...copiedGrants,
  ...otherPeople,
  ...doubtfulFields,
  ...doubtfulDefinitions,
  ...doubtfulDecisions,
  ...unseenActs,
  ...unseenForms,
  ...unseenOpeningsOfForms,
  ...unseenOpenings,
];

/** Right uses: the control group. */
export const RIGHT_USES: readonly RightUse[] = [
  ...grantOfEveryField,
  ...optionalFieldsAsked,
  ...ownFields,
  ...actedRightly,
  ...collectedRightly,
  ...openedForms,
  ...openedRightly,
  ...askedRightly,
  ...parsedRightly,
];
