import type { Field } from "@shiming/contract";
import { type Profile, type ProfileSettings, settingsOf } from "../profile.ts";
import type { CompleteLabel } from "../field-labels.ts";
import type { Ask, AskRecipient, BasisArticle } from "./ask.ts";
import type { ExportCounts, ExportFacts } from "./export-channel.ts";
import { knownLabel, labelFields, type LabelLookup } from "./label-fields.ts";
import { realNameServiceFacts, type RealNameServiceFacts } from "./real-name-services.ts";

/** What the rules need to know beside the ask. */
export interface NeedOptions {
  /** A profile by name, or settings of the app's own. Default `default`. */
  readonly profile?: Profile | ProfileSettings;
  /** Labels of fields: for an app its `label`. Default: the labels of this package. */
  readonly label?: LabelLookup;
  /** What decides the channel out of the mainland. Default: unknown, so only a security assessment will do. */
  readonly exporting?: { readonly counts: ExportCounts; readonly facts?: ExportFacts };
}

/** An ask with all that follows from it, worked out once for all rules. */
export interface Situation {
  readonly ask: Ask;
  readonly settings: ProfileSettings;
  readonly exporting: NeedOptions["exporting"];
  /** Fields without a label. */
  readonly unlabelled: readonly Field[];
  /** Something about a person is among the fields, and not of an organisation alone. */
  readonly isPersonal: boolean;
  readonly sensitive: readonly Field[];
  readonly isChild: boolean;
  readonly isMinor: boolean;
  /** The basis that holds: a claim without evidence counts as consent. */
  readonly basis: BasisArticle;
  /** Consent is asked for: because the basis is consent, or because the profile always does. */
  readonly asks: boolean;
  readonly recipients: readonly AskRecipient[];
  /** Ids of the recipients outside the mainland. */
  readonly abroad: readonly string[];
  /** The listed service whose real-name duty is claimed. */
  readonly realNameService: RealNameServiceFacts | undefined;
}

/** Works out what follows from an ask. Whatever is not known counts as the stricter case. */
export function situationOf(ask: Ask, options: NeedOptions): Situation {
  const settings = settingsOf(options.profile);
  const labels = labelFields(ask.fields, options.label ?? knownLabel, settings);
  const unlabelled = ask.fields.filter((field) => !labels.has(field));
  const isChild = ask.age === "unknown" ? (ask.childDirected ?? false) : !(ask.age >= 14);
  const basis = basisOf(ask);
  const recipients = ask.recipients ?? [];
  const weighs = (field: Field): boolean => isChild || (labels.get(field)?.sensitive ?? true);
  return {
    ask,
    settings,
    exporting: options.exporting,
    unlabelled,
    isPersonal: ask.soleProprietor === true || ask.fields.some((field) => isOfPerson(labels.get(field))),
    // Under 14 everything is sensitive (PIPL 28); so is what nobody has labelled.
    sensitive: ask.fields.filter(weighs),
    isChild,
    isMinor: isChild || (ask.age !== "unknown" && ask.age < 18),
    basis,
    asks: basis === "13.1" || settings.legalBasisStillAsks,
    recipients,
    abroad: recipients.filter((one) => isAbroad(one, ask)).map(({ id }) => id),
    realNameService: ask.realName && realNameServiceFacts(ask.realName.service),
  };
}

/** What is sensitive is somebody's, whatever class it was put into. */
function isOfPerson(label: CompleteLabel | undefined): boolean {
  return label?.class !== "organisation" || label.sensitive;
}

const WITHOUT_CONSENT: ReadonlySet<string> = new Set(["13.2", "13.3", "13.4", "13.5", "13.6", "13.7"]);

/** CR-26: a basis without its evidence is no basis. PIPL 27: public data too need consent where the effect is major. */
function basisOf({ basis, legalRef = "", majorEffect = false }: Ask): BasisArticle {
  if (!WITHOUT_CONSENT.has(basis) || legalRef.trim() === "") return "13.1";
  return basis === "13.6" && majorEffect ? "13.1" : basis;
}

function isAbroad({ role, outsideMainland = false }: AskRecipient, { operation }: Ask): boolean {
  return outsideMainland || role === "foreign-judicial" || operation === "export";
}
