import { defineConsentConfig } from "../config.ts";
import { avatar, community, nearby, push, steps } from "./app.ts";

/** A whole configuration, as an app would write it. */
export default defineConsentConfig({
  app: community,
  purposes: [avatar, nearby, steps, push],
  permissions: { "android.permission.ACTIVITY_RECOGNITION": "steps" },
  sdks: [
    {
      id: "com.push.sdk",
      name: "Push",
      fields: ["device-identifier"],
      purposes: ["push"],
      permissions: ["android.permission.READ_PHONE_STATE"],
      recipient: "push-maker",
      assessmentDate: "2026-01-05",
    },
  ],
});
