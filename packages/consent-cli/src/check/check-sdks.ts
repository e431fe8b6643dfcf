import { guardedPermission, type Platform } from "@shiming/consent";
import type { ConsentConfig, SdkOptions } from "../config.ts";
import type { ConfigSource } from "../config-source.ts";
import type { Declaration, DeclaredSdk } from "../declaration.ts";
import type { Finding } from "../finding.ts";
import { placeOf } from "../place.ts";
import { fieldsOf } from "./purpose-behind.ts";

type Detail = Pick<Finding, "ruleId" | "level" | "message" | "advice">;

const PLATFORMS: readonly Platform[] = ["android", "ios", "harmonyos", "wechat", "web"];

/** Finds the code of others that is in a file and that the app does not answer for, or that starts by itself. */
export function checkDeclaredSdks(
  { platform, file, sdks }: Declaration,
  config: ConsentConfig,
): readonly Finding[] {
  const foreign = sdks.filter(({ name }) => !isOwn(platform, name, config));
  const isKnown = ({ name }: DeclaredSdk): boolean =>
    config.sdks.some(({ id }) => covers(platform, id, name));
  const unknown = Map.groupBy(
    foreign.filter((sdk) => !isKnown(sdk)),
    ({ name }) => familyOf(platform, name),
  );
  const undeclared = [...unknown].flatMap(([family, [first]]) =>
    first === undefined ? [] : [{ ...undeclaredSdk(family), file, subject: family, ...placeOf(first) }],
  );
  const selfStarting = foreign
    .filter(({ startsItself }) => startsItself)
    .map((sdk) => ({ ...selfStart(sdk), file, subject: sdk.name, ...placeOf(sdk) }));
  return [...undeclared, ...selfStarting];
}

/** Finds declared SDKs that are not assessed, take more than their purposes say, or are in no notice. */
export function checkSdkRegister(config: ConsentConfig, source: ConfigSource): readonly Finding[] {
  return config.sdks.flatMap((sdk) =>
    [...unassessed(sdk), ...unknownPurposes(sdk, config), ...unlisted(sdk, config), ...unfounded(sdk)].map(
      (detail) => ({ ...detail, file: source.file, line: source.lineOf(sdk.id, "sdk"), subject: sdk.id }),
    ),
  );
}

function undeclaredSdk(family: string): Detail {
  return {
    ruleId: "IC-2-1",
    level: "error",
    message: `${family} is somebody else's code and no SDK of the configuration covers it`,
    advice:
      "Declare it in config.sdks with its fields and purposes, or remove it; own code goes in config.ownCode.",
  };
}

function selfStart({ name }: DeclaredSdk): Detail {
  return {
    ruleId: "GF-03",
    level: "warning",
    message: `${name} starts with the process, before anybody can be asked`,
    advice: 'Take it out with tools:node="remove" and start it after the consent.',
  };
}

function unassessed({ id, assessmentDate }: SdkOptions): readonly Detail[] {
  if (assessmentDate !== undefined) return [];
  const advice = "Assess it, and name the day as assessmentDate.";
  return [{ ruleId: "MN-04", level: "error", message: `SDK ${id} has not been assessed`, advice }];
}

function unknownPurposes({ id, purposes }: SdkOptions, config: ConsentConfig): readonly Detail[] {
  const known = new Set(config.purposes.map((purpose) => purpose.id));
  const unknown = purposes.filter((purpose) => !known.has(purpose));
  const none = purposes.length === 0 ? [`SDK ${id} serves no purpose`] : [];
  return [...none, ...unknown.map((purpose) => `SDK ${id}: there is no purpose "${purpose}"`)].map(
    (message) => ({
      ruleId: "IC-2-1",
      level: "error",
      message,
      advice: "Name the purposes that it serves.",
    }),
  );
}

/** METHOD 2.1: what embedded code collects is itemised too, and the notices say who takes it. */
function unlisted(sdk: SdkOptions, config: ConsentConfig): readonly Detail[] {
  const served = config.purposes.filter(({ id }) => sdk.purposes.includes(id));
  const listed = new Set(served.flatMap(fieldsOf));
  const recipient = sdk.recipient ?? sdk.id;
  const silent = served.filter(({ recipients }) => recipients.every(({ id }) => id !== recipient));
  return [
    ...sdk.fields
      .filter((field) => !listed.has(field))
      .map((field) => ({
        message: `SDK ${sdk.id} takes ${field}, which none of its purposes names`,
        advice: "Name the field in the purpose, or switch off the part of the SDK that takes it.",
      })),
    ...silent.map(({ id }) => ({
      message: `the notice of purpose "${id}" does not name SDK ${sdk.id} as a recipient`,
      advice: `Add a recipient with the id "${recipient}" to the purpose.`,
    })),
  ].map((detail) => ({ ruleId: "IC-2-1", level: "error", ...detail }));
}

function unfounded({ id, fields, permissions }: SdkOptions): readonly Detail[] {
  return permissions.flatMap((name) => {
    const guarded = PLATFORMS.map((platform) => guardedPermission(platform, name)).find(Boolean);
    const yields = guarded?.fields ?? [];
    if (yields.length === 0 || yields.some((field) => fields.includes(field))) return [];
    const message = `SDK ${id} uses ${name}, which yields ${yields.join(", ")}, and takes none of them`;
    const advice = "Correct its fields, or switch off the part of the SDK that needs the permission.";
    return [{ ruleId: "IC-4-1" as const, level: "error" as const, message, advice }];
  });
}

function isOwn(platform: Platform, name: string, { app, ownCode }: ConsentConfig): boolean {
  return [app.id, ...ownCode].some((own) => covers(platform, own, name));
}

/** Class names grow to the right, hosts to the left. */
function covers(platform: Platform, id: string, name: string): boolean {
  return name === id || (platform === "web" ? name.endsWith(`.${id}`) : name.startsWith(`${id}.`));
}

/** The classes of one SDK make one finding: the first three parts of a class name say whose it is. */
function familyOf(platform: Platform, name: string): string {
  return platform === "android" ? name.split(".").slice(0, -1).slice(0, 3).join(".") || name : name;
}
