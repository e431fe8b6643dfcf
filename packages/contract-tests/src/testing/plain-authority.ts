import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type Listening, listenOnLoopback } from "../listen-on-loopback.ts";

/** A preset citizen of the NPPA test system. */
export const CITIZEN = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;

/** What the authority calls its answer about that citizen. */
export const HANDLE = "answer-1";

/** An authority that knows one citizen by number, and what it answered about them by a handle. */
export function startPlainAuthority(): Promise<Listening> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      // What PlainProvider sends.
      const { name, idNumber, handle } = JSON.parse(body) as Readonly<Record<string, string>>;
      const known = idNumber === CITIZEN.idNumber || handle === HANDLE;
      const agrees = name === CITIZEN.name || handle === HANDLE;
      const result = known ? (agrees ? "match" : "mismatch") : "no-record";
      return response.end(JSON.stringify({ result }));
    });
  });
  return listenOnLoopback(server);
}
