import type { RunningMockAuthority } from "@shiming/mock-authority/node";

/** In a segment that is not given to anyone, and of no persona. */
export const FREE_PHONE = "16499999999";

let nonce = 0;

/** A token that the mock takes once, of a persona. */
export function tokenOf(persona: string): string {
  nonce += 1;
  return `one-tap.${persona}.t${nonce}`;
}

/** A persona with a phone of China Mobile. */
export function mobileSubscriber({ authority, url }: RunningMockAuthority): {
  readonly id: string;
  readonly phone: string;
} {
  for (const persona of authority.catalogue(url).personas) {
    if (persona.kind === "person" && persona.carrier === "移动" && persona.phone !== undefined) {
      return { id: persona.id, phone: persona.phone };
    }
  }
  throw new Error("the mock has no subscriber of China Mobile");
}
