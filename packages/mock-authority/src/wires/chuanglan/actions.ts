import type { Action } from "./action.ts";
import { carriersAuth } from "./carriers-auth.ts";
import { carriersTwoAuth } from "./carriers-two-auth.ts";
import { companyAuth } from "./company-auth.ts";
import { idCardAuth } from "./id-card-auth.ts";

/** Every action this wire answers, by its path. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  [idCardAuth, ...carriersTwoAuth, ...carriersAuth, ...companyAuth].map((action) => [action.path, action]),
);
