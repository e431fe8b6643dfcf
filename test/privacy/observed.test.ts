import { createServer } from "node:http";
import { listenOnLoopback } from "@shiming/contract-tests";
import { Pool } from "undici";
import { expect, it } from "vitest";
import { observe } from "./observed.ts";

it("hears the console, both streams, warnings, and the address of a request", async () => {
  const server = await listenOnLoopback(createServer((_request, response) => response.end()));
  const pool = new Pool(server.url);
  const { output, urls } = await observe(async () => {
    // oxlint-disable-next-line no-console -- what is listened for
    console.log("by console.log");
    // oxlint-disable-next-line no-console -- as above
    console.warn({ nested: { deep: "by console.warn" } });
    process.stdout.write("by stdout");
    process.stderr.write("by stderr");
    const response = await pool.request({ method: "GET", path: "/where?it=went" });
    await response.body.dump();
  });
  await pool.close();
  await server.close();

  for (const way of ["console.log", "console.warn", "stdout", "stderr"])
    expect(output).toContain(`by ${way}`);
  expect(urls).toEqual([`${server.url}/where?it=went`]);
});
