import type { App, Purpose } from "@shiming/consent";
import type { Field } from "@shiming/contract";
import type { ConsentConfig } from "../config.ts";
import type { ConfigSource } from "../config-source.ts";
import type { Finding } from "../finding.ts";
import { fieldsOf } from "./purpose-behind.ts";

type Detail = Pick<Finding, "ruleId" | "level" | "message" | "advice">;

/** Finds purposes whose notice would lack an item or a text. */
export function checkPurposes({ app, purposes }: ConsentConfig, source: ConfigSource): readonly Finding[] {
  return purposes.flatMap((purpose) =>
    [...itemsWithoutLabel(app, purpose), ...missingTexts(app, purpose), ...assessment(app, purpose)].map(
      (detail) => ({
        ...detail,
        file: source.file,
        line: source.lineOf(purpose.id, "purpose"),
        subject: purpose.id,
      }),
    ),
  );
}

function itemsWithoutLabel(app: App, purpose: Purpose): readonly Detail[] {
  return fieldsOf(purpose)
    .filter((field) => labelOf(app, field) === undefined)
    .map((field) => ({
      ruleId: "IC-2-1",
      level: "error",
      message: `purpose "${purpose.id}": its notice has no item for ${field}`,
      advice: `Label ${field} in defineApp({ fields }), in Chinese and English.`,
    }));
}

/** The texts of a notice, for configurations that types did not look at. */
function missingTexts(app: App, purpose: Purpose): readonly Detail[] {
  const texts: Record<string, unknown> = {
    title: purpose.title,
    why: purpose.why,
    retention: purpose.retention,
    ...(isSensitive(app, purpose) && { effect: purpose.effect }),
  };
  return Object.entries(texts).flatMap(([part, text]) =>
    ["zh", "en"]
      .filter((locale) => !hasText(text, locale))
      .map((locale) => ({
        ruleId: "EX-20",
        level: "error",
        message: `purpose "${purpose.id}": its notice has no ${part} in ${locale === "zh" ? "Chinese" : "English"}`,
        advice: `Write ${part}.${locale} in definePurpose.`,
      })),
  );
}

function assessment(app: App, purpose: Purpose): readonly Detail[] {
  if (!isSensitive(app, purpose) || purpose.assessment !== undefined) return [];
  return [
    {
      ruleId: "EX-18",
      level: "warning",
      message: `purpose "${purpose.id}" handles sensitive data and names no impact assessment`,
      advice: "Assess it before launch and name the assessment in definePurpose({ assessment }).",
    },
  ];
}

function isSensitive(app: App, purpose: Purpose): boolean {
  return fieldsOf(purpose).some((field) => labelOf(app, field)?.sensitive === true);
}

/** `undefined` for a field of the app's own that nobody has labelled: `label` throws there. */
function labelOf(app: App, field: Field): ReturnType<App["label"]> | undefined {
  try {
    return app.label(field);
  } catch {
    return undefined;
  }
}

function hasText(text: unknown, locale: string): boolean {
  const said = typeof text === "object" && text !== null ? Object.entries(text) : [];
  return said.some(([key, value]) => key === locale && typeof value === "string" && value.trim() !== "");
}
