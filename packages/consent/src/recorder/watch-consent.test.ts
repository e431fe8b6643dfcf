import { describe, expect, it } from "vitest";
import { definePurpose } from "../purpose.ts";
import { plainParts, register, SUBJECT, text } from "../test-support/community.ts";
import { decide, service } from "../test-support/services.ts";
import { createRecorder } from "./create-recorder.ts";

function watched() {
  const { consent: unwatched, clock } = service();
  const recorder = createRecorder({ clock });
  const consent = recorder.watch(unwatched);
  const send = () => recorder.sent({ fields: ["mobile-number"], recipient: "acme", subject: SUBJECT });
  return { consent, unwatched, recorder, send };
}

const reasons = ({ recorder }: ReturnType<typeof watched>) =>
  recorder.uncovered().map(({ reason }) => reason);

describe("a watched consent service", () => {
  it("notes a yes, for the processors that the purpose names", async () => {
    const world = watched();
    await decide(world.consent, register);
    world.send();
    world.recorder.sent({ fields: ["mobile-number"], recipient: "somebody", subject: SUBJECT });

    expect(reasons(world)).toEqual(["recipient-not-named"]);
  });

  it("notes a yes when it is durable, and not when it is asked for", async () => {
    const world = watched();
    const deciding = decide(world.consent, register);
    world.send();
    await deciding;

    expect(reasons(world)).toEqual(["act-came-later"]);
  });

  it("notes a refusal", async () => {
    const world = watched();
    await decide(world.consent, register, { decision: "refused" });
    world.send();

    expect(reasons(world)).toEqual(["refused"]);
  });

  it("notes a withdrawal", async () => {
    const world = watched();
    const { id } = await decide(world.consent, register);
    world.send();
    await world.consent.withdraw(id);
    world.send();

    expect(reasons(world)).toEqual(["withdrawn"]);
  });

  it("does not know of acts that were kept elsewhere", async () => {
    const world = watched();
    const { id } = await decide(world.unwatched, register);
    await world.consent.withdraw(id);
    world.send();

    expect(reasons(world)).toEqual(["no-act"]);
  });

  it("fails the run when an act was withdrawn that was not noted", async () => {
    const { consent, unwatched, recorder } = watched();
    const { id } = await decide(unwatched, register);
    await consent.withdraw(id);

    expect(recorder.uncovered()).toEqual([]);
    expect(() => recorder.assertNothingBeforeConsent()).toThrow(
      "withdrawal of an act that was not noted, at 2026-11-22T04:00:00.000Z",
    );
    await consent.withdraw(id);
    expect(() => recorder.assertNothingBeforeConsent()).toThrow(/not noted, at .* and 1 more times$/);
  });

  it("fails it also when another act of that person was noted, which would cover what comes after", async () => {
    const world = watched();
    const { id } = await decide(world.unwatched, register);
    const { recorder } = world;
    recorder.act({ purposeId: "register", event: "given", granted: ["mobile-number"], recipients: ["acme"] });
    await world.consent.withdraw(id);
    world.send();

    expect(() => recorder.assertNothingBeforeConsent()).toThrow("withdrawal of an act that was not noted");
  });

  it("knows an act that was kept elsewhere and told", async () => {
    const world = watched();
    const record = await decide(world.unwatched, register);
    world.recorder.act({ ...record, subject: SUBJECT });
    await world.consent.withdraw(record.id);
    world.send();

    expect(reasons(world)).toEqual(["withdrawn"]);
  });

  it("is the same service in everything else", async () => {
    const { consent } = watched();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);

    expect(consent.collect(register, { "mobile-number": "16400000001" }, grant).data).toEqual({
      "mobile-number": "16400000001",
    });
  });
});

describe("a recipient that decides for itself", () => {
  const press = definePurpose({
    ...plainParts,
    id: "press",
    required: ["mobile-number"],
    recipients: [
      { id: "press", name: text("Press", "某报社"), contact: "privacy@press.example", role: "handler" },
    ],
  });

  it("is covered by its own act, and not by that for the purpose", async () => {
    const world = watched();
    const send = () => world.recorder.sent({ fields: ["mobile-number"], recipient: "press" });
    await decide(world.consent, press);
    send();
    const notice = world.consent.notice(press, "zh", { recipient: "press" });
    await decide(world.consent, press, { notice, recipient: "press" });
    send();

    expect(reasons(world)).toEqual(["act-came-later"]);
  });
});

describe("a source behind the guard", () => {
  it("is recorded when it is read, and not when the guard refuses", async () => {
    const { consent, recorder } = watched();
    const read = recorder.source("mobile-number", () => "16400000001");
    const guarded = consent.source("mobile-number", read);

    await expect(guarded.read(undefined as never)).rejects.toMatchObject({ code: "CONSENT_REQUIRED" });
    expect(recorder.uncovered()).toEqual([]);
    read();
    await decide(consent, register);
    await guarded.read(await consent.grant(register, SUBJECT));

    expect(recorder.uncovered()).toMatchObject([{ field: "mobile-number", reason: "act-came-later" }]);
  });
});
