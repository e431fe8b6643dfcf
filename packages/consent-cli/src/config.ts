import type { App, Purpose } from "@shiming/consent";
import { assertOption, assertOptions, assertText, type Field, isField, UsageError } from "@shiming/contract";

/** Code of somebody else inside the app, as the app answers for it (METHOD 2.1; 信管函〔2023〕26号). */
export interface SdkOptions {
  /** What its classes begin with, such as `com.example.push`; the app id of a plugin; the host of a script. */
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  /** What it takes. */
  readonly fields: readonly Field[];
  /** Ids of the purposes that it serves. */
  readonly purposes: readonly string[];
  /** The permissions and usage keys that it uses, in full. */
  readonly permissions: readonly string[];
  /** Id of the recipient that the notices name for it. Default: the `id`. */
  readonly recipient?: string;
  /** Day on which it was assessed, `YYYY-MM-DD`. Default: it was not, and that is a finding. */
  readonly assessmentDate?: string;
}

/** What {@link defineConsentConfig} asks: what the app says of itself in code. */
export interface ConsentConfigOptions {
  /** Made by `defineApp`. */
  readonly app: App;
  /** Made by `definePurpose`; every one that the app has. */
  readonly purposes: readonly Purpose[];
  /** Default: none. */
  readonly sdks?: readonly SdkOptions[];
  /**
   * The purpose behind a permission that the vocabulary has no field for, by full name: an act such as
   * `android.permission.CALL_PHONE`, or data that one of the app's own fields (`app:heart-rate`) stands for.
   * Default: none.
   */
  readonly permissions?: Readonly<Record<string, string>>;
  /** What else is the app's own: beginnings of Android class names beside `app.id`, and hosts. Default: none. */
  readonly ownCode?: readonly string[];
}

/** What the declarations are checked against. Made by {@link defineConsentConfig}. */
export type ConsentConfig = Required<ConsentConfigOptions>;

/**
 * Puts together what the app says of itself, for `shiming-consent lint`.
 *
 * @throws UsageError `INVALID_OPTION` that names the part and the rule.
 * @example
 * ```ts
 * import { defineApp, definePurpose } from "@shiming/consent";
 * import { defineConsentConfig } from "@shiming/consent-cli";
 *
 * const app = defineApp({
 *   id: "example.map",
 *   type: "map-navigation",
 *   name: { en: "Example map", zh: "示例地图" },
 *   handler: { name: { en: "Example Ltd", zh: "示例有限公司" }, contact: "privacy@example.com" },
 * });
 * const navigate = definePurpose({
 *   id: "navigate",
 *   title: { en: "Find the way", zh: "导航" },
 *   why: { en: "To show where you are.", zh: "用于显示您的位置。" },
 *   required: ["location"],
 *   basis: { article: "13.1" },
 *   retention: { en: "until the route ends", zh: "至导航结束" },
 *   effect: { en: "Your way could be told from it.", zh: "可能反映您的行程。" },
 * });
 * console.log(defineConsentConfig({ app, purposes: [navigate] }).sdks); // []
 * ```
 */
export function defineConsentConfig(options: ConsentConfigOptions): ConsentConfig {
  assertOptions(options, "config");
  const { app, purposes, sdks = [], permissions = {}, ownCode = [] } = options;
  assertOptions(app, "config.app");
  assertText(app.id, "config.app.id");
  assertOption(
    typeof app.label === "function" && Array.isArray(app.necessary),
    "config.app",
    "must come from defineApp",
  );
  assertList(purposes, "config.purposes");
  purposes.forEach(assertPurpose);
  const ids = purposes.map(({ id }) => id);
  assertOption(new Set(ids).size === ids.length, "config.purposes", "names an id twice");
  assertList(sdks, "config.sdks");
  sdks.forEach(assertSdk);
  assertOptions(permissions, "config.permissions");
  for (const id of Object.values(permissions)) {
    assertOption(ids.includes(id), "config.permissions", "names a purpose that is not in config.purposes");
  }
  assertList(ownCode, "config.ownCode");
  ownCode.forEach((name) => assertText(name, "config.ownCode"));
  return { app, purposes, sdks, permissions, ownCode };
}

function assertPurpose(purpose: Purpose): void {
  assertOptions(purpose, "config.purposes");
  assertText(purpose.id, "config.purposes.id");
  for (const part of ["required", "optional", "recipients"] as const) {
    assertList(purpose[part], `config.purposes.${part}`);
  }
}

function assertSdk(sdk: SdkOptions): void {
  const parts = ["id", "name", "fields", "purposes", "permissions", "recipient", "assessmentDate"];
  assertOptions(sdk, "config.sdks", parts);
  assertText(sdk.id, "config.sdks.id");
  assertText(sdk.name, "config.sdks.name");
  for (const part of ["fields", "purposes", "permissions"] as const) {
    assertList(sdk[part], `config.sdks.${part}`);
    sdk[part].forEach((one) => assertText(one, `config.sdks.${part}`));
  }
  assertOption(sdk.fields.every(isField), "config.sdks.fields", "holds a name that is not a field");
  if (sdk.recipient !== undefined) assertText(sdk.recipient, "config.sdks.recipient");
  if (sdk.assessmentDate === undefined) return;
  assertOption(isDay(sdk.assessmentDate), "config.sdks.assessmentDate", "must be a day, YYYY-MM-DD");
}

/** A day that is not in the calendar reads as another one. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString() === `${text}T00:00:00.000Z`;
}

function assertList(value: unknown, path: string): void {
  if (!Array.isArray(value)) throw new UsageError("INVALID_OPTION", path, "must be a list");
}
