import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";

type Row = readonly [name: string, story: string, request: Scenario["request"], answer: string];

function rows(action: string, table: readonly Row[]): Scenario[] {
  return table.map(([name, story, request, answer]) => ({
    id: `nppa/${action}/${name}`,
    wire: "nppa",
    action,
    story,
    request,
    answer,
  }));
}

/** Well-formed, and nobody's: the last number of a sequence that the preset citizens do not use. */
const UNKNOWN_ID_NUMBER = "110000190101019997";

function checkScenarios(verified: PersonPersona, pending: PersonPersona): Scenario[] {
  const { name, idNumber: idNum } = verified;
  return rows("authentication/check", [
    ["verified", "A known number with its own name.", { ai: "scenario-1", name, idNum }, "0/0"],
    [
      "pending",
      "A person whose record arrives 24 hours later.",
      { ai: "scenario-2", name: pending.name, idNum: pending.idNumber },
      "0/1",
    ],
    ["failed", "A known number with another name.", { ai: "scenario-3", name: pending.name, idNum }, "0/2"],
    ["unknown", "A number no record has.", { ai: "scenario-4", name, idNum: UNKNOWN_ID_NUMBER }, "0/2"],
    [
      "malformed-number",
      "The check character is wrong.",
      { ai: "scenario-5", name, idNum: `${idNum.slice(0, 17)}9` },
      "2001",
    ],
    ["long-name", "The name has 33 characters.", { ai: "scenario-6", name: "某".repeat(33), idNum }, "1012"],
  ]);
}

const QUERY_SCENARIOS: readonly Scenario[] = rows("authentication/query", [
  ["verified", "A code that the test system knows as verified.", { ai: "100000000000000001" }, "0/0"],
  ["pending", "A code that the test system knows as pending.", { ai: "200000000000000001" }, "0/1"],
  ["failed", "A code that the test system knows as failed.", { ai: "300000000000000001" }, "0/2"],
  ["no-check", "A code under which nothing was submitted.", { ai: "scenario-7" }, "2003"],
]);

/** Every answer of this wire that the values of a request decide, ready to send. */
export function nppaScenarios({ personas }: Registry): readonly Scenario[] {
  const people = personas.filter((one): one is PersonPersona => one.kind === "person");
  const verified = people.find(({ recorded }) => recorded);
  const pending = people.find(({ recorded }) => !recorded);
  if (verified === undefined || pending === undefined) return [];
  return [...checkScenarios(verified, pending), ...QUERY_SCENARIOS];
}
