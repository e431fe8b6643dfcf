import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import { playerIdOf } from "./player-id.ts";

/** `status` 0, with the code of the player. */
interface Verified {
  readonly status: 0;
  readonly pi: string;
}

/** `status` 2: the data disagree or there is no such record; the wire has one number for both. */
interface Failed {
  readonly status: 2;
}

/** What a check ends with, and how long that takes. */
export interface Verdict {
  readonly final: Verified | Failed;
  /** Milliseconds from the check. 0: at once. */
  readonly afterMs: number;
}

/** Name and number, as sent. */
export interface Elements {
  readonly name: string;
  readonly idNum: string;
}

/** The specification promises an answer within 48 hours; this mock takes half of them. */
const RECORD_ARRIVES_AFTER_MS = 24 * 3_600_000;

const FAILED: Verdict = { final: { status: 2 }, afterMs: 0 };

/** Judges by the records: the eight with a record at once, the eight without one when it has arrived, others never. */
export function createJudge(registry: Registry, random: SeededRandom): (elements: Elements) => Verdict {
  const people = registry.personas.filter((one): one is PersonPersona => one.kind === "person");
  const verdicts = new Map(
    people.map((person): [string, Verdict] => [
      `${person.name} ${person.idNumber}`,
      {
        final: { status: 0, pi: playerIdOf(person, random) },
        afterMs: person.recorded ? 0 : RECORD_ARRIVES_AFTER_MS,
      },
    ]),
  );
  return ({ name, idNum }) => verdicts.get(`${name} ${idNum}`) ?? FAILED;
}
