import type { Action } from "./action.ts";
import { entElementVerifyV2 } from "./ent-element-verify.ts";
import { id2MetaVerify } from "./id2-meta-verify.ts";
import { mobile2MetaVerify, mobile3MetaDetailVerify, mobile3MetaSimpleVerify } from "./mobile-meta-verify.ts";

/** Every action this wire answers, by the value of x-acs-action. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  [
    id2MetaVerify,
    mobile2MetaVerify,
    mobile3MetaSimpleVerify,
    mobile3MetaDetailVerify,
    entElementVerifyV2,
  ].map((action) => [action.name, action]),
);
