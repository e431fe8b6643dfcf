import {
  abortError,
  ProviderError,
  throwIfAborted,
  type Capability,
  type Charge,
  type Provider,
  type ProviderContext,
  type ProviderErrorCode,
  type ProviderResult,
  type SealedCheck,
} from "@shiming/contract";

export const PLAIN_SECRET = "plain-secret-key";

const MAX_BODY_BYTES = 1024 * 1024;
const LOST: ProviderResult = { status: "in-doubt", charge: charge("unknown") };

/** What is asked about a person. */
export type Values = { readonly name: string; readonly idNumber: string };
type Question = Values | { readonly handle: string };

/** The simplest provider that keeps every promise. Each flaw overrides one method. */
export class PlainProvider implements Provider {
  readonly specificationVersion = 1;
  readonly id: string = "plain";
  readonly region: string = "CN";
  readonly hosts: readonly string[];
  readonly capabilities: readonly Capability[] = [
    { kind: "resident-id", fields: ["name", "id-document-number"] },
  ];
  readonly baseUrl: string;
  readonly timeoutMs: number;

  constructor(baseUrl: string, { timeoutMs }: { timeoutMs: number }) {
    this.baseUrl = baseUrl;
    this.timeoutMs = timeoutMs;
    this.hosts = [new URL(baseUrl).host];
  }

  async verify(check: SealedCheck, context: ProviderContext): Promise<ProviderResult> {
    this.checkStopped(context.signal);
    return this.ask(this.open(check, context), context.signal);
  }

  async ask(question: Question, signal: AbortSignal): Promise<ProviderResult> {
    const response = await this.send(question, signal);
    if (response === undefined) return this.lost();
    if (response.status === 503) throw this.error("UNAVAILABLE", "no", await response.text());
    if (response.status === 429) throw this.error("THROTTLED", "no", await response.text());
    const body = await this.readBody(response, signal);
    return body === undefined ? this.lost() : this.read(body);
  }

  // What the flaws override.
  checkStopped(signal: AbortSignal): void {
    throwIfAborted(signal);
  }
  open(check: SealedCheck, context: ProviderContext): Values {
    if (check.kind !== "resident-id") throw this.error("REJECTED", "no", "");
    return { name: context.reveal(check.name), idNumber: context.reveal(check.idNumber) };
  }
  request(question: Question): [url: string, init: RequestInit] {
    return [this.baseUrl, { method: "POST", body: JSON.stringify(question) }];
  }
  signal(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(this.timeoutMs)]);
  }
  lost(): ProviderResult {
    return LOST;
  }
  error(code: ProviderErrorCode, charged: Charge["charged"], _vendorText: string): Error {
    const message = `the plain authority: ${code}`;
    return new ProviderError(code, { provider: this.id, message, charge: charge(charged) });
  }
  stopped(_signal: AbortSignal): unknown {
    return abortError();
  }
  maxBodyBytes(): number {
    return MAX_BODY_BYTES;
  }
  /** Undefined when the answer was lost. */
  async send(question: Question, signal: AbortSignal): Promise<Response | undefined> {
    const [url, init] = this.request(question);
    try {
      return await fetch(url, { ...init, signal: this.signal(signal) });
    } catch (error) {
      if (signal.aborted) throw this.stopped(signal);
      if (codeOfCause(error) === "ECONNREFUSED") throw this.error("UNAVAILABLE", "no", String(error));
      return undefined;
    }
  }
  async readBody(response: Response, signal: AbortSignal): Promise<string | undefined> {
    const decoder = new TextDecoder();
    let body = "";
    try {
      for await (const chunk of response.body ?? []) {
        body += decoder.decode(chunk, { stream: true });
        if (body.length > this.maxBodyBytes()) break;
      }
    } catch {
      if (signal.aborted) throw this.stopped(signal);
      return undefined;
    }
    if (body.length > this.maxBodyBytes()) throw this.error("RESPONSE_INVALID", "unknown", "");
    return body;
  }
  read(body: string): ProviderResult {
    const answer = this.parse(body);
    const status = typeof answer === "object" && answer !== null && "result" in answer && answer.result;
    if (status === "match" || status === "mismatch") return { status, charge: charge("yes") };
    if (status === "no-record") return { status, charge: charge("no") };
    throw this.error("RESPONSE_INVALID", "unknown", body);
  }
  parse(body: string): unknown {
    try {
      return JSON.parse(body);
    } catch {
      throw this.error("RESPONSE_INVALID", "unknown", body);
    }
  }
}

function charge(charged: Charge["charged"]): Charge {
  return { charged, basis: "plain table" };
}

function codeOfCause(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
