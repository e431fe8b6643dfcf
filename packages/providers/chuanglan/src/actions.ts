import type { Action } from "./action.ts";
import { carriersAuthDetail } from "./carriers-auth-detail.ts";
import { carriersAuth } from "./carriers-auth.ts";
import { carriersTwoAuth } from "./carriers-two-auth.ts";
import { companyFour } from "./company-four.ts";
import { companyThree } from "./company-three.ts";
import { companyTwo } from "./company-two.ts";
import { idCardAuth } from "./id-card-auth.ts";
import type { CheckedOptions } from "./options.ts";

/** The actions that these options ask for. What is to be sent as a digest is not sent in any weaker way. */
export function actionsFor({
  verifyMode,
  digest,
}: Pick<CheckedOptions, "verifyMode" | "digest">): readonly Action[] {
  return [
    idCardAuth,
    ...(digest === "sha256" ? [] : [carriersTwoAuth(digest)]),
    verifyMode === "detailed" ? carriersAuthDetail(digest) : carriersAuth(digest),
    companyTwo,
    companyThree,
    companyFour,
  ];
}
