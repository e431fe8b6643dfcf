/** METHOD 4. */
import type { RuleEvent } from "../../rules/event.ts";
import type { Manifest } from "../../rules/manifest.ts";
import { collect, MANIFEST_CHECK, permission, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const phone = collect(["mobile-number"]);

/** The app withholds its basic function from a person who refused the field. */
function refuseBasic(field: "mobile-number" | "bank-card-number"): RuleEvent {
  return { type: "service.refuse", fields: [field] };
}

/** The person refused the contacts that the new social feed asks for, and the app switches off the old search. */
const withoutSearch = {
  type: "service.refuse",
  featureId: "search",
  newFeatureId: "social-feed",
  fields: ["contacts"],
} as const satisfies RuleEvent;

function feeds(replaces: readonly string[]): Partial<Manifest> {
  const feed = { id: "social-feed", fields: ["contacts"], replaces } as const;
  return { features: [{ id: "search", fields: [], permissions: [] }, feed] };
}

const research = { id: "research", kind: "product-research" };

/** Scenarios of IC-4. */
export const IC_4_SCENARIOS: Scenarios = {
  "IC-4-1/1": (court) => {
    const contacts = permission(["READ_CONTACTS"], { featureId: "torch" });
    const feature = { id: "torch", permissions: ["CAMERA"] };
    court.denied(contacts, world(contacts, { feature }), "UNRELATED");
  },
  "IC-4-1/2": (court) => court.denied({ ...phone, featureId: "not-listed" }, world(phone), "FEATURE_UNKNOWN"),

  "IC-4-2/1": (court) => {
    const refusal = refuseBasic("mobile-number");
    court.denied(refusal, world(refusal, { appType: "short-video" }), "REFUSAL_NOT_ALLOWED");
  },
  "IC-4-2/2": (court) => {
    const refusal = refuseBasic("bank-card-number");
    court.allowed(refusal, world(refusal, { appType: "online-payment" }));
  },

  "IC-4-3/1": (court) => {
    court.denied(withoutSearch, world(withoutSearch, { manifest: feeds([]) }), "OLD_FEATURE_WITHHELD");
    const enable = { type: "feature.enable", featureId: "social-feed", disables: ["search"] } as const;
    court.denied(enable, world(enable, { manifest: feeds([]) }), "OLD_FEATURE_WITHHELD");
  },
  "IC-4-3/2": (court) => court.allowed(withoutSearch, world(withoutSearch, { manifest: feeds(["search"]) })),

  "IC-4-4/1": (court) => {
    const feature = { maxFrequency: { count: 1, per: "minute" } } as const;
    const readBefore = (reads: number) => world(phone, { feature, history: { reads: () => reads } });
    court.allowed(phone, readBefore(0));
    court.denied(phone, readBefore(2), "FREQUENCY");
  },

  "IC-4-5/1": (court) => {
    const purpose = { ...research, required: true };
    court.denied(MANIFEST_CHECK, world(phone, { purpose }), "OPTIONAL_ONLY_PURPOSE");
    court.flagged(MANIFEST_CHECK, world(phone, { purpose }), "OPTIONAL_ONLY_PURPOSE");
  },
  "IC-4-5/2": (court) => {
    const open = { type: "feature.enable", featureId: "sign-in" } as const;
    const changes = { purpose: research, consent: { state: "refused" } } as const;
    court.allowed(open, world(open, changes));
    const withhold = { type: "service.refuse", purpose: "research", fields: ["gender"] } as const;
    court.denied(withhold, world(withhold, changes), "REFUSAL_NOT_ALLOWED");
  },

  "IC-4-6/1": (court) => {
    const bundle = permission(["CAMERA", "CONTACTS", "LOCATION"], { trigger: "app-start" });
    court.denied(bundle, world(bundle), "BUNDLED");
  },
  "IC-4-6/2": (court) => {
    const features = [
      { id: "scan", permissions: ["CAMERA"] },
      { id: "search", permissions: [] },
    ];
    const open = { type: "feature.enable", featureId: "search" } as const;
    const withhold = { type: "service.refuse", featureId: "search", refusedPermissions: ["CAMERA"] } as const;
    court.allowed(open, world(open, { manifest: { features }, consent: { state: "refused" } }));
    court.denied(withhold, world(withhold, { manifest: { features } }), "PERMISSION_COMPELLED");
  },
};
