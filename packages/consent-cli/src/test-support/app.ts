import { type App, defineApp, definePurpose, type Purpose } from "@shiming/consent";
import { type ConsentConfig, type ConsentConfigOptions, defineConsentConfig } from "../config.ts";

/** A community app: its basic function may need a mobile number and nothing else (国信办秘字〔2021〕14号 5(4)). */
export const community: App = defineApp({
  id: "example.community",
  type: "online-community",
  name: { en: "Example community", zh: "示例社区" },
  handler: { name: { en: "Example Ltd", zh: "示例有限公司" }, contact: "privacy@example.com" },
  fields: { "app:step-count": { en: "Steps", zh: "步数", sensitive: false } },
});

const texts = {
  title: { en: "A feature", zh: "一项功能" },
  why: { en: "The feature does not work without it.", zh: "该功能离不开它。" },
  basis: { article: "13.1" },
  function: "extended",
  retention: { en: "30 days, then deleted", zh: "三十天，之后删除" },
  effect: { en: "Where you are can be told from it.", zh: "可能反映您的行踪。" },
  assessment: { id: "pia-1", date: "2026-01-05" },
} as const;

/** Named by a photo that the person takes or picks. */
export const avatar: Purpose<"photos"> = definePurpose({ ...texts, id: "avatar", required: ["photos"] });

export const nearby: Purpose<"location"> = definePurpose({ ...texts, id: "nearby", required: ["location"] });

export const steps: Purpose<"app:step-count"> = definePurpose({
  ...texts,
  id: "steps",
  required: ["app:step-count"],
});

/** Names the maker of an SDK as recipient. */
export const push: Purpose<"device-identifier"> = definePurpose({
  ...texts,
  id: "push",
  required: ["device-identifier"],
  recipients: [
    {
      id: "push-maker",
      name: { en: "Push maker", zh: "推送公司" },
      contact: "privacy@push.example",
      role: "processor",
    },
  ],
});

/** The app with the purposes above, and changes. */
export function config(changes: Partial<ConsentConfigOptions> = {}): ConsentConfig {
  return defineConsentConfig({ app: community, purposes: [avatar, nearby, steps, push], ...changes });
}
