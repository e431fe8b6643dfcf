import { describe, expect, it } from "vitest";
import { createTransport } from "./transport.ts";
import { checkTransportOptions, type TransportOptions } from "./transport-options.ts";

const origins = [new URL("https://example.com/path")];

describe("transport options", () => {
  it("have the documented defaults", () => {
    expect(checkTransportOptions({ origins })).toEqual({
      origins: ["https://example.com"],
      connections: 50,
      connectTimeoutMs: 3_000,
      headersTimeoutMs: 10_000,
      bodyTimeoutMs: 10_000,
      maxBodyBytes: 1_048_576,
      connect: {},
    });
  });

  it("count an origin once, whatever the path", () => {
    expect(
      checkTransportOptions({ origins: [...origins, new URL("https://example.com/b")] }).origins,
    ).toEqual(["https://example.com"]);
  });

  it.each<[keyof TransportOptions, unknown]>([
    ["origins", []],
    ["origins", Array.from({ length: 9 }, (_, port) => new URL(`http://127.0.0.1:${port + 1}`))],
    ["connections", 0],
    ["connectTimeoutMs", 0.5],
    ["headersTimeoutMs", -1],
    ["bodyTimeoutMs", Number.POSITIVE_INFINITY],
    ["maxBodyBytes", Number.NaN],
    ["maxBodyBytes", 2 ** 40],
    ["connections", "10"],
  ])("are refused when they are made, not when they are used: %s %s", (name, value) => {
    // Past the compiler, as a caller without types would.
    const options = { origins, [name]: value } as TransportOptions;

    expect(() => createTransport(options)).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: `transport.${name}` }),
    );
  });
});
