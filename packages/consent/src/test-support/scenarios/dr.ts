import { collect, permission, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

/** Scenarios of the draft: profile `draft`. */
export const DR_SCENARIOS: Scenarios = {
  "DR-01/1": (court) => {
    const capture = collect(["microphone-audio"], { featureId: "voice-note" });
    court.flagged(capture, world(capture, { activeFeatures: [] }), "NOT_IN_ACTIVE_USE");
    court.passes(capture, world(capture));
  },
  "DR-02/1": (court) => {
    const behind = permission(["ACCESS_BACKGROUND_LOCATION"], { featureId: "weather" });
    court.flagged(behind, world(behind), "BACKGROUND_LOCATION");
    court.passes(behind, world(behind, { feature: { continuous: true } }));
  },
  "DR-03/1": (court) => {
    const album = permission(["READ_MEDIA_IMAGES"], { featureId: "choose-avatar" });
    court.flagged(album, world(album, { feature: { need: "single-item" } }), "USE_PICKER");
    court.passes(album, world(album, { feature: { need: "all-items" } }));
  },
  "DR-04/1": (court) => {
    const place = collect(["location"], { featureId: "nearby" });
    const after = (reads: number) => world(place, { history: { reads: () => reads } });
    court.passes(place, after(0));
    court.flagged(place, after(1), "LOCATION_READ_AGAIN");
    court.flagged(place, after(2), "LOCATION_READ_AGAIN");
  },
  "DR-05/1": (court) => {
    const form = collect(["face-image"], { featureId: "close-account" });
    court.flagged(form, world(form, { feature: { right: "cancel-account" } }), "NEW_SENSITIVE_DATA");
    court.passes(form, world(form));
  },
  "DR-06/1": (court) => {
    const upload = collect(["face-image"], { path: "server" });
    court.flagged(upload, world(upload), "BIOMETRICS_LEAVE_DEVICE");
    court.passes({ ...upload, path: "client" }, world(upload));
  },
};
