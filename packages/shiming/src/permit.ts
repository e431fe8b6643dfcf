import { ConsentError, type ConsentGuard, type Field, type GrantFacts } from "@shiming/contract";
import type { Route } from "./route.ts";

/** A route that the person has agreed to, and the routes behind it. */
export interface Permitted {
  readonly route: Route;
  readonly facts: GrantFacts;
  readonly others: readonly Route[];
}

/** What is to be sent under which grant. */
export interface Use {
  readonly grant: unknown;
  readonly fields: readonly Field[];
}

/**
 * The first route whose provider the grant allows: a provider that the person was not told of is passed over (PIPL 23).
 * It is asked for just before each call, so that a withdrawal counts for whoever would have been next.
 *
 * @throws ConsentError the first refusal, when every route is refused.
 */
export async function permit(consent: ConsentGuard, routes: readonly Route[], use: Use): Promise<Permitted> {
  let refusal: unknown;
  for (const [index, route] of routes.entries()) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next is looked at only when this one is refused
      const facts = await consent.authorize(use.grant, { fields: use.fields, recipient: route.provider.id });
      return { route, facts, others: routes.slice(index + 1) };
    } catch (error) {
      if (!(error instanceof ConsentError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal;
}
