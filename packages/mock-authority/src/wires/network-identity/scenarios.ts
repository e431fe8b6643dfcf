import type { CredentialState, PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";

const BY_STATE: Readonly<Record<CredentialState, readonly [name: string, story: string, answer: string]>> = {
  active: ["pass", "An active credential.", "PASS"],
  expired: ["expired", "A credential that expired.", "CREDENTIAL_EXPIRED"],
  frozen: ["frozen", "A credential that is frozen.", "CREDENTIAL_FROZEN"],
  revoked: ["revoked", "A credential that its holder cancelled.", "CREDENTIAL_REVOKED"],
  superseded: ["absent", "A credential that was issued again on another phone.", "CREDENTIAL_ABSENT"],
};

function scenario(name: string, rest: Pick<Scenario, "story" | "request" | "answer">): Scenario {
  const wire = "network-identity";
  return { id: `${wire}/authenticate/${name}`, wire, action: "authenticate", ...rest };
}

function passwordScenarios({ id, networkIdentity }: PersonPersona): Scenario[] {
  const password = networkIdentity?.password ?? "";
  const right = { authMode: "R02", persona: id, password };
  const wrong = { ...right, password: "00000000" };
  return [
    scenario("password-pass", {
      story: "An active credential and its password.",
      request: right,
      answer: "PASS",
    }),
    scenario("wrong-password", { story: "Another password.", request: wrong, answer: "WRONG_PASSWORD" }),
  ];
}

/**
 * Every result that the choice in the official app decides. `persona` and `password` are what the user
 * picks there, `authMode` is what the server asks for afterwards. MISMATCH takes data of another transaction.
 */
export function networkIdentityScenarios({ credentialHolders }: Registry): readonly Scenario[] {
  const byState = Object.entries(BY_STATE).flatMap(([state, [name, story, answer]]) => {
    const person = credentialHolders.find(({ networkIdentity }) => networkIdentity?.state === state);
    return person === undefined
      ? []
      : [scenario(name, { story, request: { authMode: "R01", persona: person.id }, answer })];
  });
  const active = credentialHolders.find(({ networkIdentity }) => networkIdentity?.state === "active");
  return active === undefined ? byState : [...byState, ...passwordScenarios(active)];
}
