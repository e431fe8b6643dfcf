import type { Clock } from "../../clock.ts";
import type { SeededRandom } from "../../seeded-random.ts";

/** Access tokens of one app: the newest, and the one before it for as long as it holds. */
export interface AccessTokens {
  /** The one that holds; a new one in the last five minutes of the old. */
  current(): { readonly token: string; readonly expiresIn: number };
  /** What a token is worth. */
  judge(token: string): "good" | "expired" | "unknown";
  clear(): void;
}

interface Issued {
  readonly token: string;
  readonly until: number;
}

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;

/** None issued yet. */
export function createAccessTokens({ random, clock }: { random: SeededRandom; clock: Clock }): AccessTokens {
  let issued: readonly Issued[] = [];
  return {
    current() {
      const now = clock.now();
      const [newest] = issued;
      if (newest === undefined || newest.until - now <= OVERLAP_MS) {
        issued = [{ token: `mock_${random.next()}`, until: now + LIFE_MS }, ...issued.slice(0, 1)];
      }
      const [{ token, until } = { token: "", until: now }] = issued;
      return { token, expiresIn: Math.floor((until - now) / 1000) };
    },
    judge(token) {
      const known = issued.find((one) => one.token === token);
      if (known === undefined) return "unknown";
      return known.until > clock.now() ? "good" : "expired";
    },
    clear() {
      issued = [];
    },
  };
}
