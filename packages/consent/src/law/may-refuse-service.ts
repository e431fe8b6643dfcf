import type { Field } from "@shiming/contract";
import { type Denial, deny } from "./denial.ts";
import { realNameServiceFacts } from "./real-name-services.ts";
import type { RealNameWay } from "./real-name-ways.ts";

/** What {@link mayRefuseService} looks at. */
export interface ServiceRefusal {
  /** The fields that the person keeps back. */
  readonly refused: readonly Field[];
  /** What the function cannot do without: for a basic function the national list of the app's type. */
  readonly necessary: readonly Field[];
  /** The function itself, where the law asks for a real name in it: one of `REAL_NAME_SERVICES`. */
  readonly realNameService?: string;
  /** The ways of showing who one is that are offered and not yet refused. Default: some are left. */
  readonly waysLeft?: readonly RealNameWay[];
}

/**
 * Whether a function may be refused to a person who keeps data back. Yes where the function cannot do without them
 * (CR-19), and where the law opens it only to those who show who they are and no way is left (RN-12).
 *
 * @example
 * ```ts
 * import { mayRefuseService } from "@shiming/consent";
 *
 * console.log(mayRefuseService({ refused: ["mobile-number"], necessary: [] }).allowed); // false
 * console.log(mayRefuseService({ refused: ["bank-card-number"], necessary: ["bank-card-number"] }).allowed); // true
 * ```
 */
export function mayRefuseService({
  refused,
  necessary,
  realNameService,
  waysLeft,
}: ServiceRefusal): { readonly allowed: true; readonly ruleId: "CR-19" | "RN-12" } | Denial {
  if (refused.some((field) => necessary.includes(field))) return { allowed: true, ruleId: "CR-19" };
  const isListed = realNameService !== undefined && realNameServiceFacts(realNameService) !== undefined;
  if (isListed && waysLeft?.length === 0) return { allowed: true, ruleId: "RN-12" };
  return deny("REFUSAL_NOT_ALLOWED", isListed ? "RN-12" : "CR-19", refused);
}
