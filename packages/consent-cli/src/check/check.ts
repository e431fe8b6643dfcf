import type { Profile } from "@shiming/consent";
import type { ConsentConfig } from "../config.ts";
import { configSource } from "../config-source.ts";
import type { Declaration } from "../declaration.ts";
import type { Finding } from "../finding.ts";
import { checkPermissions } from "./check-permissions.ts";
import { checkPurposes } from "./check-purposes.ts";
import { checkDeclaredSdks, checkSdkRegister } from "./check-sdks.ts";

/** What {@link checkDeclarations} looks at. */
export interface CheckOptions {
  readonly config: ConsentConfig;
  /** What {@link readDeclaration} gave, one for each file. */
  readonly declarations: readonly Declaration[];
  /** `draft` adds the rules of the draft of January 2026; they are only notes. Default: the profile of the app. */
  readonly profile?: Profile;
  /** Where the configuration came from, so that findings can point at it. Default: nameless. */
  readonly configFile?: { readonly file: string; readonly text: string };
}

/**
 * Checks what files declare against what the app says of itself. Findings come in the order of the files, the
 * configuration first.
 *
 * @example
 * ```ts
 * import { defineApp } from "@shiming/consent";
 * import { checkDeclarations, defineConsentConfig, readDeclaration } from "@shiming/consent-cli";
 *
 * const app = defineApp({
 *   id: "example.torch",
 *   type: "utilities",
 *   name: { en: "Example torch", zh: "示例手电" },
 *   handler: { name: { en: "Example Ltd", zh: "示例有限公司" }, contact: "privacy@example.com" },
 * });
 * const manifest = `<manifest xmlns:android="http://schemas.android.com/apk/res/android">
 *   <uses-permission android:name="android.permission.READ_CALL_LOG"/>
 * </manifest>`;
 * const [finding] = checkDeclarations({
 *   config: defineConsentConfig({ app, purposes: [] }),
 *   declarations: [readDeclaration("AndroidManifest.xml", manifest)],
 * });
 * console.log(finding?.ruleId, finding?.line); // "IC-4-1" 2
 * ```
 */
export function checkDeclarations(options: CheckOptions): readonly Finding[] {
  const { config, declarations, profile = config.app.profile } = options;
  const { file, text } = options.configFile ?? { file: "consent.config.ts", text: "" };
  const source = configSource(file, text);
  return [
    ...inOrder([...checkPurposes(config, source), ...checkSdkRegister(config, source)]),
    ...declarations.flatMap((declaration) =>
      inOrder([...checkPermissions(declaration, config, profile), ...checkDeclaredSdks(declaration, config)]),
    ),
  ];
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}
