import { describe, expect, it } from "vitest";
import type { Decision } from "../decision.ts";
import { consentDialog, type DialogDecision } from "../dialog.ts";
import { definePurpose } from "../purpose.ts";
import type { ConsentRecord } from "../record.ts";
import { plainParts, SUBJECT, text } from "../test-support/community.ts";
import { service } from "../test-support/services.ts";

const partner = { id: "partner", name: text("Partner", "某合作方"), contact: "privacy@partner.example" };
const sharing = definePurpose({
  ...plainParts,
  id: "sharing",
  required: ["mobile-number"],
  optional: ["contacts", "gender"],
  recipients: [{ ...partner, role: "handler" }],
});

type OverTheWire = Omit<Decision<"mobile-number", "contacts" | "gender">, "purpose" | "subject">;

/** As the backend gets it; `record` looks at every part of it. */
function sent(decisions: readonly DialogDecision[]): readonly OverTheWire[] {
  return JSON.parse(JSON.stringify(decisions)) as readonly OverTheWire[];
}

describe("the acts of a dialog", () => {
  it("are recorded by the backend as they come over the wire, each on its own and in their order", async () => {
    const { consent } = service();
    const dialog = consentDialog({
      notice: consent.notice(sharing, "zh"),
      recipients: [consent.notice(sharing, "zh", { recipient: "partner" })],
      uiVersion: "web-3",
    });
    dialog.choose("gender", true);
    dialog.chooseRecipient("partner", true);
    const records: ConsentRecord[] = [];
    for (const act of sent(dialog.agree())) {
      // oxlint-disable-next-line no-await-in-loop -- the yes to a recipient stands on the yes to the purpose
      records.push(await consent.record({ ...act, purpose: sharing, subject: SUBJECT }));
    }

    const covered = { granted: ["mobile-number", "gender"], refused: ["contacts"] };
    expect(records).toMatchObject([
      { event: "given", ...covered, act: { method: "button", uiVersion: "web-3" } },
      { event: "given", ...covered, recipient: "partner", act: { method: "checkbox", uiVersion: "web-3" } },
    ]);
  });

  it("are refusals too when the person refuses", async () => {
    const { consent } = service();
    const dialog = consentDialog({ notice: consent.notice(sharing, "zh"), uiVersion: "web-3" });
    const [refusal] = sent(dialog.refuse());

    expect(
      refusal && (await consent.record({ ...refusal, purpose: sharing, subject: SUBJECT })),
    ).toMatchObject({
      event: "refused",
      granted: [],
    });
  });
});
