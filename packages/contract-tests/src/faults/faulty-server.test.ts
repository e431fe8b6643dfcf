import { describe, expect, it } from "vitest";
import { FAULTS, type FaultName } from "./faults.ts";
import { startFaultyServer } from "./faulty-server.ts";

/** What a caller without any care sees: the status and the beginning of the body, or the code of the failure. */
async function seenBy(fault: FaultName): Promise<{ seen: unknown; requests: readonly string[] }> {
  const server = await startFaultyServer(fault, "what was sent");
  try {
    const seen = await fetch(`${server.url}/check?a=1`, { method: "POST", body: "x".repeat(100_000) })
      .then(async (response) => [response.status, (await response.text()).slice(0, 28)])
      .catch((error: unknown) => causeOf(error));
    return { seen, requests: server.requests.map(({ target }) => target) };
  } finally {
    await server.close();
  }
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? cause.code : error;
}

describe("startFaultyServer", () => {
  it.each([
    ["refused", "ECONNREFUSED", []],
    ["unavailable", [503, "<html><body>upstream said: w"], ["/check?a=1"]],
    ["too-many-requests", [429, "<html><body>upstream said: w"], ["/check?a=1"]],
    ["html", [200, "<html><body>upstream said: w"], ["/check?a=1"]],
    ["truncated-json", [200, '{"echo":"what was sent","res'], ["/check?a=1"]],
    ["json-array", [200, '["what was sent"]'], ["/check?a=1"]],
    ["json-number", [200, "42"], ["/check?a=1"]],
    ["json-null", [200, "null"], ["/check?a=1"]],
    ["oversized-body", "UND_ERR_SOCKET", ["/check?a=1"]],
  ] as const)("%s: the caller sees %j", async (fault, seen, requests) => {
    expect(await seenBy(fault)).toEqual({ seen, requests });
  });

  it.each(["reset-before-read", "reset-after-read"] as const)("%s: the connection breaks", async (fault) => {
    const { seen, requests } = await seenBy(fault);

    expect(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]).toContain(seen);
    expect(requests).toEqual(["/check?a=1"]);
  });

  it.each(["no-answer", "endless-body"] as const)(
    "%s: the caller waits until the server closes",
    async (fault) => {
      const server = await startFaultyServer(fault, "");
      const body = fetch(server.url, { method: "POST", body: "x" }).then((response) => response.text());
      await server.asked;
      await server.close();

      await expect(body).rejects.toThrow(TypeError);
    },
  );
});

describe("FAULTS", () => {
  it("names each fault once and says what it costs", () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    for (const { expect: due } of FAULTS)
      expect(due.charged).toBe("error" in due && due.error !== "RESPONSE_INVALID" ? "no" : "unknown");
  });
});
