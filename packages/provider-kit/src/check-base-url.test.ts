import { describe, expect, it } from "vitest";
import { checkBaseUrl } from "./check-base-url.ts";

describe("checkBaseUrl", () => {
  it.each([
    "https://faceid.tencentcloudapi.com",
    "https://gateway.example/tencent/",
    "http://localhost:7700",
    "http://mock.localhost:7700",
    "http://127.0.0.1:7700",
    "http://127.8.9.10",
    "http://[::1]:7700",
  ])("takes %s", (value) => {
    expect(checkBaseUrl(value).href).toBe(new URL(value).href);
  });

  it.each([
    ["faceid.tencentcloudapi.com", "absolute"],
    ["", "absolute"],
    ["ftp://127.0.0.1", "https"],
    ["http://faceid.tencentcloudapi.com", "loopback"],
    ["http://127.0.0.1.attacker.example", "loopback"],
    ["http://localhost.attacker.example", "loopback"],
    ["http://[::2]", "loopback"],
    ["https://user:pass@example.com", "credentials"],
    ["https://example.com?name=x", "query"],
    ["https://example.com#x", "fragment"],
  ])("refuses %s", (value, rule) => {
    expect(() => checkBaseUrl(value)).toThrow(
      expect.objectContaining({
        code: "INVALID_OPTION",
        path: "baseUrl",
        message: expect.stringContaining(rule),
      }),
    );
  });

  it("names the option and not the value", () => {
    expect(() => checkBaseUrl("https://user:hunter2@example.com", "ocrUrl")).toThrow(
      "ocrUrl: must not hold credentials",
    );
  });
});
