import { Secret } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { checkOptions, type NetworkIdentityOptions } from "./options.ts";
import { referenceWire } from "./reference-wire/reference-wire.ts";
import { SECRET } from "./test-support/transaction.ts";

const options: NetworkIdentityOptions = {
  orgId: "00000099",
  appId: "0001",
  secret: SECRET,
  baseUrl: "https://gateway.example/network-identity",
};

describe("checkOptions", () => {
  it("fills in the wire and the address of the keys", () => {
    const { wire, jwksUrl } = checkOptions(options);

    expect(wire).toBe(referenceWire);
    expect(jwksUrl.href).toBe("https://gateway.example/network-identity/.well-known/jwks.json");
  });

  it("takes a base URL with a slash at the end for the same gateway", () => {
    expect(checkOptions({ ...options, baseUrl: `${options.baseUrl}/` }).party.baseUrl).toBe(options.baseUrl);
    expect(checkOptions({ ...options, baseUrl: "http://127.0.0.1:7700" }).party.baseUrl).toBe(
      "http://127.0.0.1:7700",
    );
  });

  it("makes ids of 128 random bits", () => {
    const { newId } = checkOptions({ ...options, randomBytes: (size) => new Uint8Array(size).fill(255) });

    expect(newId()).toBe("_____________________w");
    expect(checkOptions(options).newId()).not.toBe(checkOptions(options).newId());
  });

  it.each<[string, Partial<Record<keyof NetworkIdentityOptions, unknown>>]>([
    ["orgId", { orgId: "" }],
    ["orgId", { orgId: undefined }],
    ["appId", { appId: 1 }],
    ["appId", { appId: "0".repeat(65) }],
    ["appName", { appName: " " }],
    ["secret", { secret: undefined }],
    ["secret", { secret: "short" }],
    ["secret", { secret: new Secret("x".repeat(31)) }],
    ["baseUrl", { baseUrl: undefined }],
    ["baseUrl", { baseUrl: "" }],
    ["baseUrl", { baseUrl: "gateway.example" }],
    ["baseUrl", { baseUrl: "http://gateway.example" }],
    ["jwksUrl", { jwksUrl: "http://gateway.example/jwks" }],
  ])("refuses a wrong %s: %o", (path, wrong) => {
    // Past the compiler, as a caller without types would.
    const given = { ...options, ...wrong } as NetworkIdentityOptions;

    expect(() => checkOptions(given)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it("says why there is no default address", () => {
    expect(() => checkOptions({ ...options, baseUrl: "" })).toThrow("the service has no public endpoint");
  });

  it("counts the secret in bytes and does not show it", () => {
    expect(() => checkOptions({ ...options, secret: "某".repeat(11) })).not.toThrow();
    expect(() => checkOptions({ ...options, secret: "tell-nobody" })).not.toThrow("tell-nobody");
  });
});
