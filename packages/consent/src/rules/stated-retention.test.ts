import { describe, expect, it } from "vitest";
import type { DeclaredItem } from "./manifest.ts";
import { statesRetention } from "./stated-retention.ts";

const row: DeclaredItem = { purpose: "sign-in", field: "name" };

describe("statesRetention", () => {
  it.each([
    { retentionDays: 30 },
    { retentionDays: 0 },
    { retentionRule: "until the account is closed" },
    { retentionRule: "至账号注销之日" },
    { retentionRule: "as long as needed", retentionDays: 30 },
  ])("takes %j as an answer", (stated) => {
    expect(statesRetention({ ...row, ...stated })).toBe(true);
  });

  it.each([
    {},
    { retentionDays: -1 },
    { retentionDays: Number.NaN },
    { retentionRule: "  " },
    { retentionRule: "as long as needed" },
    { retentionRule: "For as long as it is necessary." },
    { retentionRule: "Permanently" },
    { retentionRule: "长期" },
    { retentionRule: "实现目的所必需的最短时间内" },
  ])("takes %j as none", (stated) => {
    expect(statesRetention({ ...row, ...stated })).toBe(false);
  });
});
