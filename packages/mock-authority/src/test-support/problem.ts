import { expect } from "vitest";

/** The problem in an answer, after checking that it is one (RFC 9457) and agrees with the HTTP status. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ type: "about:blank", title: expect.any(String), status: response.status });
  return problem;
}
