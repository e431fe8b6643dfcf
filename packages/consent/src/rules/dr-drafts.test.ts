import { expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, permission, world } from "../test-support/rule-world.ts";

test("DR-01 knows camera and microphone by the names of every platform", () => {
  for (const name of ["CAMERA", "RECORD_AUDIO", "NSMicrophoneUsageDescription", "scope.camera"]) {
    const asked = permission([name], { foreground: false });
    expect(findings("DR-01", asked, world(asked))).toEqual(["NOT_IN_ACTIVE_USE"]);
  }
});

test("DR-02 sees a location that is read in the background with a permission of the foreground", () => {
  const place = collect(["location"], { trigger: "background" });
  expect(findings("DR-02", place, world(place))).toEqual(["BACKGROUND_LOCATION"]);
  const phone = collect(["mobile-number"], { trigger: "background" });
  expect(findings("DR-02", phone, world(phone))).toEqual([]);
});

test("DR-03 has no picker for the camera", () => {
  const camera = permission(["CAMERA"]);
  expect(findings("DR-03", camera, world(camera, { feature: { need: "single-item" } }))).toEqual([]);
});

test("DR-04 lets a continuous feature follow the location", () => {
  const place = collect(["location"]);
  const changes = { history: { reads: () => 5 }, feature: { continuous: true } };
  expect(findings("DR-04", place, world(place, changes))).toEqual([]);
});

test("DR-05 looks at the form too, and only at goodbyes", () => {
  const form = { type: "right.request", requiredInputs: ["id-document-copy"] } as const;
  const leave = { ...form, right: "cancel-account" } as const;
  const correct = { ...form, right: "correct" } as const;
  expect(findings("DR-05", leave, world(leave))).toEqual(["NEW_SENSITIVE_DATA"]);
  expect(findings("DR-05", correct, world(correct))).toEqual([]);
});

test("DR-06 sees a face that is sent, and one that is stored elsewhere", () => {
  const send = { type: "network.send", fields: ["face-image"], url: "https://api.app.example" } as const;
  expect(findings("DR-06", send, world(send))).toEqual(["BIOMETRICS_LEAVE_DEVICE"]);
  const stored = (protection: "encrypted" | "device-only") =>
    world(send, { manifest: { storage: [{ store: "faces", field: "face-image", protection }] } });
  expect(findings("DR-06", MANIFEST_CHECK, stored("encrypted"))).toEqual(["BIOMETRICS_LEAVE_DEVICE"]);
  expect(findings("DR-06", MANIFEST_CHECK, stored("device-only"))).toEqual([]);
});
