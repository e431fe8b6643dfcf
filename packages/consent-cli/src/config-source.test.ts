import { describe, expect, it } from "vitest";
import { configSource } from "./config-source.ts";

const TEXT = `
// the purpose "push" is further down: definePurpose({ id: "push" })
const app = defineApp({ id: "push", handler: { name: 'it"s' } });
const permissions = { "android.permission.CALL_PHONE": "push" };
const avatar = definePurpose<"photos">({
  recipients: [{ id: "push" }, { id: "com.push.sdk" }],
  id: "avatar",
});
const push = definePurpose({
  title: { en: "(", zh: \`}\` },
  "id": 'push',
});
export const sdks = [
  { id: "com.push.sdk", purposes: ["push"] },
];
`;

describe("the place of an id", () => {
  const source = configSource("consent.config.ts", TEXT);
  const lineOf = (id: string, of: "purpose" | "sdk") => source.lineOf(id, of);

  it("is that of the purpose itself, and not of what is called the same", () => {
    expect(lineOf("push", "purpose")).toBe(11);
    expect(lineOf("avatar", "purpose")).toBe(7);
  });

  it("is that of the SDK itself, and not of its recipient", () => {
    expect(lineOf("com.push.sdk", "sdk")).toBe(14);
  });

  it("is where the id first stands, where nothing more is known", () => {
    expect(lineOf("android.permission.CALL_PHONE", "purpose")).toBe(4);
    expect(configSource("a.ts", 'x\r\nid: "a"').lineOf("a", "purpose")).toBe(2);
    expect(lineOf("nowhere", "sdk")).toBe(1);
  });
});
