import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";

/** A person on record, whose phone made a token. */
export type Subscriber = PersonPersona & Required<Pick<PersonPersona, "phone" | "carrier">>;

/** What a token turns out to be. */
export type Redeemed =
  | { readonly kind: "subscriber"; readonly subscriber: Subscriber }
  | { readonly kind: "expired" | "used" | "unknown" };

/** The single-use tokens that phones would get. Nobody issues them: whoever tests writes one down. */
export interface SubscriberTokens {
  /** Takes a token; the second time it is `used`. */
  redeem(token: string): Redeemed;
  /** Forgets which were used. */
  clear(): void;
}

/** `one-tap.<persona>.<anything>`; with `expired` in the place of a persona it is one that came too late. */
const TOKEN = /^one-tap\.([a-z\d-]{1,40})\.[\w-]{1,64}$/;
const CAPACITY = 10_000;
const DAY_MS = 86_400_000;

/** A token of this subscriber; `nonce` tells several apart. */
export function subscriberToken(persona: string, nonce: string): string {
  return `one-tap.${persona}.${nonce}`;
}

/** Tokens of the people on record, none used yet. */
export function createSubscriberTokens(options: { registry: Registry; clock: Clock }): SubscriberTokens {
  const { registry, clock } = options;
  const subscribers = new Map(
    registry.personas
      .filter((persona) => persona.kind === "person")
      .filter(isSubscriber)
      .map((person) => [person.id, person]),
  );
  const used = createExpiringMap<true>({ capacity: CAPACITY, clock });
  return {
    redeem(token) {
      const persona = TOKEN.exec(token)?.[1];
      if (persona === "expired") return { kind: "expired" };
      const subscriber = persona === undefined ? undefined : subscribers.get(persona);
      if (subscriber === undefined) return { kind: "unknown" };
      if (used.get(token)) return { kind: "used" };
      used.set(token, true, DAY_MS);
      return { kind: "subscriber", subscriber };
    },
    clear: () => used.clear(),
  };
}

function isSubscriber(person: PersonPersona): person is Subscriber {
  return person.recorded && person.phone !== undefined && person.carrier !== undefined;
}
