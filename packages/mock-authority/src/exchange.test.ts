import { describe, expect, it } from "vitest";
import { mediaTypeOf, toExchange } from "./exchange.ts";

describe("toExchange", () => {
  it.each([
    ["http://127.0.0.1:7700/", "http://127.0.0.1:7700", "/", ""],
    ["http://mock.test/a/b?c=d&e", "http://mock.test", "/a/b", "c=d&e"],
    ["http://mock.test/?x=/y", "http://mock.test", "/", "x=/y"],
    ["https://mock.test/a#?b", "https://mock.test", "/a", ""],
    ["data:text/plain,x", "data:text", "/plain,x", ""],
  ])("takes %s apart", (...[url, origin, path, query]) => {
    expect(toExchange(new Request(url))).toMatchObject({ method: "GET", origin, path, query });
  });

  it("prefers the Host header to the URL", () => {
    const url = "http://mock.test:8080/";
    expect(toExchange(new Request(url)).host).toBe("mock.test:8080");
    expect(toExchange(new Request(url, { headers: { host: "other.test" } })).host).toBe("other.test");
  });
});

describe("mediaTypeOf", () => {
  it.each([
    ["application/json", "application/json"],
    ["Application/JSON; charset=utf-8", "application/json"],
    [" text/plain ;x", "text/plain"],
    [null, ""],
  ])("reads %j as %j", (value, expected) => {
    expect(mediaTypeOf(new Headers(value === null ? {} : { "content-type": value }))).toBe(expected);
  });
});
