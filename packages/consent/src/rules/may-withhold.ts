import { mayRefuseService } from "../law/may-refuse-service.ts";
import type { EventOf } from "./event.ts";
import { featureOf, necessaryFields, needsConsent } from "./facts.ts";
import type { DeclaredFeature } from "./manifest.ts";
import type { RuleContext } from "./model.ts";

/**
 * Whether a service may be withheld from a person who refused something: only what cannot do without it (PIPL 16; 国信办秘字
 * 〔2021〕14号 4), what a law opens to identified persons alone (CSL 26), and what a new feature takes the place of
 * (METHOD 4.3).
 */
export function mayWithhold(
  event: EventOf<"service.refuse" | "consent.decision">,
  context: RuleContext,
): boolean {
  // A legal duty needs a declared purpose with its law.
  if (event.purpose !== undefined && !needsConsent(event, context)) return true;
  const feature = featureOf(event, context);
  if (event.type === "service.refuse" && isReplaced(event, context)) return true;
  const isBasic = feature === undefined || feature.basic === true;
  const necessary = isBasic ? necessaryFields(context) : (feature.fields ?? []);
  return (
    mayRefuseService({ refused: event.fields ?? [], necessary }).allowed ||
    // A necessary item never grants a permission (GF-10), so a basic function may not insist on one.
    (!isBasic && event.type === "service.refuse" && isPermissionRefused(event, feature))
  );
}

/** Whether the feature needs one of the permissions that the person refused. */
export function isPermissionRefused(
  event: EventOf<"service.refuse">,
  feature: DeclaredFeature | undefined,
): boolean {
  return event.refusedPermissions?.some((permission) => feature?.permissions?.includes(permission)) === true;
}

/** The new feature takes the place of the withheld one. */
export function isReplaced(
  { newFeatureId, featureId = "" }: EventOf<"service.refuse">,
  { manifest }: RuleContext,
): boolean {
  const newFeature = manifest?.features?.find(({ id }) => id === newFeatureId);
  return newFeature?.replaces?.includes(featureId) === true;
}
