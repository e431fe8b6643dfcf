import {
  assertOption,
  assertOptions,
  assertText,
  isField,
  UsageError,
  type AppField,
  type Field,
  type KnownField,
} from "@shiming/contract";
import type { AppTypeFacts } from "./app-type-facts.ts";
import { FIELD_LABELS, type FieldLabel } from "./field-labels.ts";
import { APP_TYPES, type ListedAppType } from "./generated/app-types.ts";
import { assertLocalizedText, type LocalizedText } from "./localized-text.ts";
import { PROFILES, type Profile } from "./profile.ts";

/** One of the 39 listed types, or `other`. */
export type AppType = ListedAppType | "other";

/** What {@link defineApp} asks about an app. */
export interface AppOptions {
  /** Stable id, such as the bundle id: letters, digits, `.` and `-`, at most 128 characters. */
  readonly id: string;
  /** Decides which fields the basic function may need. `other` has no official list: nothing is necessary. */
  readonly type: AppType;
  /** As people know it; notices show it. */
  readonly name: LocalizedText;
  /** Who answers for the data, as notices must say (PIPL 17). */
  readonly handler: { readonly name: LocalizedText; readonly contact: string };
  /** Labels of the app's own fields. Default: none. */
  readonly fields?: Readonly<Record<AppField, FieldLabel>>;
  /**
   * Which cases of the national list hold for this app, such as `etc-service`: items that are necessary only in a case
   * count only then. Default: none.
   */
  readonly cases?: readonly string[];
  /** What guardians are told beyond the notice (Children Provisions 10). Needed where a person can be under 14. */
  readonly children?: { readonly storage: LocalizedText; readonly safeguards: LocalizedText };
  /** How strictly the rules are read. Default `default`: the law in force and the official references. */
  readonly profile?: Profile;
}

/** An app and who answers for it. Made by {@link defineApp}. */
export interface App extends AppOptions {
  /** What the basic function may need by the national list. */
  readonly necessary: AppTypeFacts["necessary"];
  readonly profile: Profile;
  /** How a notice names a field; throws a `UsageError` `INVALID_OPTION` for an own field without a label. */
  label(field: Field): FieldLabel;
}

/**
 * Says once what kind of app this is and who answers for it.
 *
 * @throws UsageError `INVALID_OPTION` for an unknown type or a malformed id or field name.
 * @example
 * ```ts
 * import { defineApp } from "@shiming/consent";
 *
 * const app = defineApp({
 *   id: "example.community",
 *   type: "online-community",
 *   name: { en: "Example community", zh: "示例社区" },
 *   handler: { name: { en: "Example Ltd", zh: "示例有限公司" }, contact: "privacy@example.com" },
 * });
 * console.log(app.necessary.map((item) => item.field)); // [ 'mobile-number' ]
 * ```
 */
export function defineApp(options: AppOptions): App {
  assertOptions(options, "app");
  assertText(options.id, "app.id");
  assertLocalizedText(options.name, "app.name");
  assertOptions(options.handler, "app.handler");
  assertLocalizedText(options.handler.name, "app.handler.name");
  assertText(options.handler.contact, "app.handler.contact");
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,127}$/.test(options.id)) {
    throw new UsageError("INVALID_OPTION", "app.id", "must be 1 to 128 letters, digits, dots and hyphens");
  }
  if (options.type !== "other" && !Object.hasOwn(APP_TYPES, options.type)) {
    throw new UsageError("INVALID_OPTION", "app.type", "is not one of the 39 listed types or `other`");
  }
  assertRarerOptions(options);
  // A copy: a label that changes later would be another than the one that was decided about.
  const own = new Map(Object.entries(structuredClone(options.fields ?? {})));
  for (const [name, label] of own) {
    const isOwn = name.startsWith("app:") && isField(name);
    assertOption(isOwn, "app.fields", "names of an app's own fields look like `app:nickname`");
    assertLocalizedText(label, "app.fields");
    assertOption(typeof label.sensitive === "boolean", "app.fields.sensitive", "must be true or false");
  }
  return {
    ...options,
    necessary: necessaryItems(options),
    profile: options.profile ?? "default",
    label: (field) => labelOf(field, own),
  };
}

function assertRarerOptions({ type, cases = [], children, profile }: AppOptions): void {
  assertOption(Array.isArray(cases), "app.cases", "must be a list of cases");
  const listed = new Set(itemsOf(type).map(({ when }) => when));
  assertOption(
    cases.every((one) => listed.has(one)),
    "app.cases",
    "holds a case that the list does not know for this type of app",
  );
  if (children !== undefined) {
    assertOptions(children, "app.children");
    assertLocalizedText(children.storage, "app.children.storage");
    assertLocalizedText(children.safeguards, "app.children.safeguards");
  }
  assertOption(
    profile === undefined || Object.hasOwn(PROFILES, profile),
    "app.profile",
    "must be `default`, `cautious` or `draft`",
  );
}

function itemsOf(type: AppType): AppTypeFacts["necessary"] {
  return type === "other" ? [] : APP_TYPES[type].necessary;
}

/** LIST 5 names some items for a case alone, such as the licence plate for ETC. */
function necessaryItems({ type, cases = [] }: AppOptions): AppTypeFacts["necessary"] {
  return itemsOf(type).filter(({ when }) => when === undefined || cases.includes(when));
}

function labelOf(field: Field, own: ReadonlyMap<string, FieldLabel>): FieldLabel {
  const label = own.get(field) ?? (Object.hasOwn(FIELD_LABELS, field) ? known(field) : undefined);
  if (label === undefined) {
    throw new UsageError("INVALID_OPTION", "app.fields", "every field of the app's own needs a label");
  }
  return label;
}

function known(field: Field): FieldLabel | undefined {
  // `Object.hasOwn` has just said that it is a key of the table.
  return FIELD_LABELS[field as KnownField];
}
