import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CURRENT, type TestKey } from "./keys.ts";

/** A request as it came. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What to answer; `lose` breaks the connection off. */
export type Answer = "lose" | { readonly status?: number; readonly type?: string; readonly body: unknown };

export type Answerer = (request: Seen) => Answer | Promise<Answer>;

/** A gateway on loopback whose answers a test decides. */
export interface Gateway {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** What it publishes at the moment. */
  keys: readonly TestKey[];
  /** Instead of the keys. */
  keyAnswer: Answerer | undefined;
  /** For everything but the keys. */
  answer: Answerer;
  [Symbol.asyncDispose](): Promise<void>;
}

export const JWKS_PATH = "/.well-known/jwks.json";

export async function startGateway(): Promise<Gateway> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server listens on no port");

  const gateway: Gateway = {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    keys: [CURRENT],
    keyAnswer: undefined,
    answer: () => "lose",
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body };
    seen.push(one);
    const keySet = () => ({ body: { keys: gateway.keys.map(({ publicJwk }) => publicJwk) } });
    const answer = path === JWKS_PATH ? (gateway.keyAnswer ?? keySet) : gateway.answer;
    send(await answer(one), response);
  }

  return gateway;
}

function send(answer: Answer, response: ServerResponse): void {
  if (answer === "lose") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status = 200, type = "application/json", body } = answer;
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));
}
