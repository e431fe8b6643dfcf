import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { BlockedField, Consent } from "@shiming/consent";
import type { Outcome } from "@shiming/contract";
import { Hono } from "hono";
import type { Verifier } from "shiming";
import { byPhone } from "./purposes.ts";

/** What the backend of an app answers to a registration form. */
export interface Registration {
  readonly account: string;
  readonly registered: boolean;
  readonly outcome: Outcome;
  /** The fields that got through. */
  readonly kept: readonly string[];
  readonly blocked: readonly BlockedField[];
}

/**
 * A small backend as an app would write it: it shows the notice, takes the form, lets only granted fields through,
 * and checks the person. Whatever else the form sends is dropped, and the registration still succeeds.
 */
export function registrationApp(consent: Consent, verifier: Verifier): Hono {
  const app = new Hono();

  app.get("/register", (context) => context.json(consent.notice(byPhone, "zh")));

  app.post("/register", async (context) => {
    const { account = "", noticeHash = "", ...form } = fieldsOf(await context.req.text());
    const notice = { locale: "zh", hash: noticeHash } as const;
    await consent.record({ purpose: byPhone, subject: account, notice, decision: "given" });
    const grant = await consent.grant(byPhone, account);
    const { data, blocked } = consent.collect(byPhone, form, grant);
    const { "mobile-number": phone, name, "id-document-number": idNumber } = data;
    if (phone === undefined || name === undefined || idNumber === undefined) {
      return context.json({ error: "the form is incomplete" }, 400);
    }
    const outcome = await verifier.verify({ kind: "phone", phone, name, idNumber }, { grant });
    const answer: Registration = {
      account,
      registered: outcome.status === "match",
      outcome,
      kept: Object.keys(data),
      blocked,
    };
    return context.json(answer);
  });

  return app;
}

/** A form as a browser posts it. */
function fieldsOf(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** Serves an app on a free loopback port. */
export async function listen(app: Hono): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const options = { fetch: app.fetch, port: 0, hostname: "127.0.0.1" };
    // Without TLS options this is node's plain HTTP server.
    const server = serve(options, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}`, close: async () => closeServer(server) });
    }) as Server;
  });
}

async function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}
