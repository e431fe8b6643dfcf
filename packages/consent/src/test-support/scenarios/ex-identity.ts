import type { EventOf, RuleEvent } from "../../rules/event.ts";
import type { RealName } from "../../rules/manifest.ts";
import type { RuleContext } from "../../rules/model.ts";
import { collect, MANIFEST_CHECK, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const FACE: EventOf<"verify.face"> = { type: "verify.face", purpose: "sign-in", options: ["face"] };
const PASSED = { verifiedBy: ["network-identity"] };
const REAL_NAME = { purpose: "real-name" };

/** Agreed to everything but one act. */
function withoutAct(context: RuleContext, act: string): RuleContext {
  return { ...context, consent: (query) => (query.act === act ? undefined : context.consent?.(query)) };
}

const declaring = (realName: RealName): RuleContext => world(MANIFEST_CHECK, { manifest: { realName } });

/** EX-09 to EX-13. */
export const EX_IDENTITY_SCENARIOS: Scenarios = {
  "EX-09/1"(court) {
    court.denied(FACE, world(FACE), "FACE_ONLY");
    court.allowed({ ...FACE, overrideLaw: "a state rule" }, world(FACE));
  },
  "EX-09/2"(court) {
    const declined = { ...FACE, declined: true };
    court.denied(declined, world(FACE), "FACE_ONLY");
    const ways = { ...declined, options: ["sms", "id-number", "network-identity"] };
    court.allowed(ways, world(FACE));
    const tiers = { sms: "basic", "id-number": "full", "network-identity": "full" };
    court.denied(ways, world(FACE, { manifest: { realName: { tiers } } }), "UNEQUAL_SERVICE");
  },
  "EX-10/1"(court) {
    const url = "https://api.app.example/face";
    const upload: RuleEvent = { type: "network.send", purpose: "sign-in", fields: ["face-image"], url };
    court.denied(upload, withoutAct(world(upload), "face-transmit"), "FACE_TRANSMIT");
    court.denied(upload, withoutAct(world(upload), "face"), "SEPARATE_CONSENT_REQUIRED");
    court.denied(upload, world(upload, { manifest: { assessments: [] } }), "ASSESSMENT_MISSING");
    court.allowed(upload, world(upload));
    const onDevice = { ...FACE, options: ["face", "sms"] };
    court.allowed(onDevice, withoutAct(world(FACE), "face-transmit"));
    court.denied({ ...onDevice, transmits: true }, withoutAct(world(FACE), "face-transmit"), "FACE_TRANSMIT");
  },
  "EX-11/1"(court) {
    const event = collect(["name"], REAL_NAME);
    const context = withoutAct(world(event, { subject: PASSED }), "plain-identity");
    court.denied(event, context, "NID_PLAINTEXT");
    court.passes(event, world(event, { subject: PASSED }));
    court.passes(event, withoutAct(world(event), "plain-identity"));
  },
  "EX-11/2"(court) {
    const event = collect(["name"], { ...REAL_NAME, legalRef: "反洗钱法 29" });
    court.allowed(event, withoutAct(world(event, { subject: PASSED }), "plain-identity"));
  },
  "EX-12/1"(court) {
    court.denied(MANIFEST_CHECK, declaring({ methods: ["network-identity"] }), "NID_ONLY");
    court.allowed(MANIFEST_CHECK, declaring({ methods: ["network-identity", "mobile-number"] }));
  },
  "EX-12/2"(court) {
    const methods = ["network-identity", "mobile-number"];
    const tiers = { "network-identity": "more", "mobile-number": "less" };
    court.denied(MANIFEST_CHECK, declaring({ methods, tiers }), "UNEQUAL_SERVICE");
    const equal = declaring({ methods, tiers: { "network-identity": "all", "mobile-number": "all" } });
    court.allowed(MANIFEST_CHECK, equal);
    court.denied({ type: "service.offer", method: "mobile-number", tier: "less" }, equal, "UNEQUAL_SERVICE");
  },
  "EX-13/1"(court) {
    const event = collect(["id-document-number"], REAL_NAME);
    const calculator = world(event, { appType: "calculator", manifest: { realName: {} } });
    court.denied(event, calculator, "NO_REALNAME_DUTY");
  },
  "EX-13/2"(court) {
    const event = collect(["mobile-number"], REAL_NAME);
    const purpose = { basis: "13.3", legalRef: "网络安全法 26" } as const;
    court.allowed(event, world(event, { purpose, consent: null }));
  },
  "EX-13/3"(court) {
    const event = collect(["id-document-number"], REAL_NAME);
    const subject = { verifiedBy: ["mobile-number"] };
    court.denied(event, world(event, { subject }), "ONE_METHOD_ENOUGH");
    court.allowed({ ...event, legalRef: "反洗钱法 29" }, world(event, { subject }));
    const again = collect(["mobile-number"], REAL_NAME);
    court.passes(again, world(again, { subject }));
  },
};
