import type { Field } from "@shiming/contract";
import { type Denial, deny } from "./denial.ts";
import { realNameServiceFacts } from "./real-name-services.ts";

/** A way of showing who one is. The law names the first three and leaves the list open (等方式). */
export type RealNameWay = "phone" | "id-number" | "credit-code" | "network-identity" | "face";

/** What each way asks for (App Provisions 6, Account Provisions 9). */
export const REAL_NAME_WAYS: Readonly<Record<RealNameWay, readonly Field[]>> = {
  phone: ["mobile-number", "one-tap-token"],
  "id-number": ["name", "id-document-type", "id-document-number", "id-document-validity"],
  "credit-code": [
    "credit-code",
    "entity-name",
    "legal-representative-name",
    "legal-representative-id-number",
  ],
  "network-identity": ["network-identity-credential", "network-identity-subject"],
  face: ["face-image", "name", "id-document-number"],
};

/** Whether one way alone asks for all these fields (PIPL 6: one is enough). */
export function isOneWay(fields: readonly Field[]): boolean {
  return Object.values(REAL_NAME_WAYS).some((way) => fields.every((field) => way.includes(field)));
}

/** What {@link realNameWays} looks at. */
export interface RealNameChoice {
  /** One of `REAL_NAME_SERVICES`; any other has no duty. */
  readonly service: string;
  /** The ways that a person can choose from. */
  readonly offered: readonly RealNameWay[];
  /** Those that the person has passed. Default: none. */
  readonly passed?: readonly RealNameWay[];
  /** Ways whose users get more than others. Default: none. */
  readonly favoured?: readonly RealNameWay[];
}

/**
 * The ways that are still to be offered for a real-name duty: none once one has passed. Denies a service that has no such
 * duty (RN-06), the network identity or the face as the only way, and unequal service (RN-10).
 *
 * @example
 * ```ts
 * import { realNameWays } from "@shiming/consent";
 *
 * const offered = ["phone", "network-identity"] as const;
 * console.log(realNameWays({ service: "instant-messaging", offered })); // { allowed: true, ways: [ 'phone', 'network-identity' ] }
 * console.log(realNameWays({ service: "instant-messaging", offered, passed: ["phone"] })); // { allowed: true, ways: [] }
 * ```
 */
export function realNameWays({
  service,
  offered,
  passed = [],
  favoured = [],
}: RealNameChoice): { readonly allowed: true; readonly ways: readonly RealNameWay[] } | Denial {
  const facts = realNameServiceFacts(service);
  if (facts === undefined) return deny("NO_REALNAME_DUTY", "RN-06", []);
  if (hasNoOther(offered, "network-identity")) return deny("NID_ONLY", "RN-10", []);
  if (hasNoOther(offered, "face")) return deny("FACE_ONLY", "CR-14", []);
  if (favoured.length > 0) return deny("UNEQUAL_SERVICE", "RN-10", []);
  return { allowed: true, ways: passed.length > 0 ? [] : offered };
}

/** Whether a way is offered and stands alone. */
function hasNoOther(offered: readonly RealNameWay[], way: RealNameWay): boolean {
  return offered.includes(way) && !offersOther(offered, way);
}

/** Whether another way than this one is offered. */
export function offersOther(offered: readonly RealNameWay[], way: RealNameWay): boolean {
  return offered.some((other) => other !== way);
}
