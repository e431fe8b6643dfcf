import type { ConsentGrant, Field, GrantFacts } from "@shiming/contract";
import type { Purpose } from "./purpose.ts";

/** All that the guard knows of a grant. The grant itself only points here. */
export interface IssuedGrant {
  /** What `authorize` tells. The rest stays in here, where nobody can widen it. */
  readonly facts: GrantFacts;
  /** Of the record that it stands on. */
  readonly version: number | "absent";
  /** What `authorize` lets through: the required fields and the optional ones that the grant was asked for. */
  readonly covered: ReadonlySet<Field>;
  /** What `collect` lets through: everything that the person granted. */
  readonly granted: ReadonlySet<Field>;
  /** As it was defined: what a recipient may have is read from it. */
  readonly purpose: Purpose;
  /** What acts about recipients must have been made in. */
  readonly agreement: string;
  /** In years, as the caller said, or below 14 where a guardian decided for a child. */
  readonly age: number | undefined;
  readonly expiresAt: number;
  /** What {@link GrantRegistry.begin} gave before the record was read. */
  readonly order: number;
}

/** A grant that was issued, with the key of its place: `collect` asks for it with every form. */
export interface KnownGrant extends IssuedGrant {
  readonly key: string;
}

/**
 * The grants of one consent service. A grant is good because it is in here: an object of the same shape, a copy or
 * a grant of another service is not, whatever its type says.
 */
export interface GrantRegistry {
  /** Taken before a record is read: whatever is written at its place from then on ends the grant that is made of it. */
  begin(): number;
  issue<F extends Field>(issue: IssuedGrant): ConsentGrant<F>;
  lookup(grant: unknown): KnownGrant | undefined;
  /** Ends what was granted to a person for a purpose so far, in this process, for the synchronous `collect`. */
  revoke(place: Granted, now: number): void;
  isRevoked(grant: KnownGrant): boolean;
}

/** Whose grant for what. */
interface Granted {
  readonly purposeId: string;
  /** Blind index. */
  readonly subject: string;
}

/** Longest life of a grant: withdrawal in another process must be noticed soon. Milliseconds. */
export const MAX_GRANT_LIFETIME_MS: number = 15 * 60_000;

const keyOf = ({ purposeId, subject }: Granted): string => `${purposeId} ${subject}`;

export function createGrantRegistry(): GrantRegistry {
  const issued = new WeakMap<object, KnownGrant>();
  const revoked = new Map<string, { readonly at: number; readonly order: number }>();
  let order = 0;
  return {
    begin: () => ++order,
    issue<F extends Field>(issue: IssuedGrant): ConsentGrant<F> {
      const { facts, expiresAt } = issue;
      const grant = Object.freeze({ id: facts.grantId, purposeId: facts.purposeId, expiresAt });
      issued.set(grant, { ...issue, key: keyOf(facts) });
      // The brand exists in the type only; this is the one place that may give it.
      return grant as ConsentGrant<F>;
    },
    lookup: (grant) => (typeof grant === "object" && grant !== null ? issued.get(grant) : undefined),
    revoke(place, now) {
      // No grant outlives its longest life, so an older mark has nothing left to stop. Marks stand in order of time.
      for (const [key, { at }] of revoked) {
        if (at + MAX_GRANT_LIFETIME_MS >= now) break;
        revoked.delete(key);
      }
      // A mark that is set again moves to the end, or it would hold up the sweep above.
      revoked.delete(keyOf(place));
      revoked.set(keyOf(place), { at: now, order: ++order });
    },
    isRevoked: (grant) => (revoked.get(grant.key)?.order ?? 0) > grant.order,
  };
}
