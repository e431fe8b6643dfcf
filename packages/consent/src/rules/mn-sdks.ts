/** Self-start and embedded SDKs (信管函〔2023〕26号 6 and 2(3), 2(7)-(9); 信管函〔2021〕292号 2(3)). */
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import type { DeclaredSdk } from "./manifest.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName } from "./naming.ts";
import { sdkName } from "./sdk-name.ts";

/** 信管函〔2023〕26号 6. */
const noSelfStart = defineRule("MN-03", ({ serviceNecessary, userSwitchedOn }) =>
  serviceNecessary === true && userSwitchedOn === true
    ? undefined
    : {
        code: "SELF_START",
        message: "started by itself or by another app, without need or without the user's switch",
      },
);

/** 信管函〔2023〕26号 2(3), 2(7)-(9). The switches of the modules count when they collect. */
const sdksAreRegistered = defineRule(
  "MN-04",
  (event, context) => {
    if (event.type === "collect") return moduleOff(event, context);
    const sdks = context.manifest?.sdks ?? [];
    if (event.type === "manifest.check") {
      return sdks.map((sdk) => rowGap(sdk) ?? eagerModule(sdk)).find((gap) => gap !== undefined);
    }
    const name = event.sdk ?? sdkName(event.initiator);
    const sdk = sdks.find((each) => each.name === name);
    return sdk ? rowGap(sdk) : { code: "SDK_UNDECLARED", message: `SDK ${codeName(name)} has no row` };
  },
  ["collect"],
);

function rowGap(sdk: DeclaredSdk): Finding | undefined {
  const parts = ["developer", "version", "function", "fields", "handlingRules", "assessmentDate"] as const;
  const missing = parts.filter((part) => !sdk[part]);
  if (missing.length === 0) return undefined;
  const message = `SDK ${codeName(sdk.name)} lacks: ${missing.join(", ")}`;
  return { code: "SDK_ROW_INCOMPLETE", message };
}

function eagerModule({ name: sdk, modules = [] }: DeclaredSdk): Finding | undefined {
  const eager = modules.find(({ on, necessary }) => on && necessary !== true);
  return (
    eager && {
      code: "MODULE_ON_BY_DEFAULT",
      message: `module ${codeName(eager.name)} of SDK ${codeName(sdk)} is on, yet not necessary`,
    }
  );
}

/** An SDK without modules collects as one: there is no switch to look at. */
function moduleOff(
  { initiator, module }: EventOf<"collect">,
  { manifest }: RuleContext,
): Finding | undefined {
  const sdk = manifest?.sdks?.find(({ name }) => name === sdkName(initiator));
  const { modules = [] } = sdk ?? {};
  const isOn = modules.some(({ name, on }) => name === module && on);
  if (isOn || (modules.length === 0 && module === undefined)) return undefined;
  return { code: "MODULE_OFF", message: `module ${codeName(module)} is not switched on` };
}

export const MN_SDKS: readonly Rule[] = [noSelfStart, sdksAreRegistered];
