import { abortError } from "@shiming/contract";
import type { Dispatcher } from "undici";
import { causeOf, codeOf, type Fault, type FaultCause } from "./fault.ts";
import type { WireHeaders, WireReply } from "./wire.ts";

export interface ExchangeOptions {
  readonly signal: AbortSignal;
  /** Bytes. */
  readonly maxBodyBytes: number;
  /** Milliseconds for the whole body. */
  readonly bodyTimeoutMs: number;
  readonly resolve: (reply: WireReply) => void;
  readonly reject: (error: DOMException) => void;
}

/** The handler's way to stop undici; nobody reads it. */
const STOPPED = new Error("stopped");

/**
 * One request and its answer, as undici tells it. Between the construction and `onRequestStart` nothing is written;
 * undici writes in the same tick after `onRequestStart` returns.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions;
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;
  #status = 0;
  #headers: WireHeaders = {};
  #chunks: Buffer[] = [];
  #bytes = 0;
  #bodyDeadline = 0;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Stopped while it waited for a connection. A second start would be undici's replay after a lost connection,
    // which a charged call must never have.
    if (this.#settled || this.#controller !== undefined) return controller.abort(STOPPED);
    this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: WireHeaders): void {
    if (status < 200) return; // RFC 9110 15.2: an interim answer comes before the final one.
    this.#status = status;
    this.#headers = headers;
    this.#bodyDeadline = performance.now() + this.#options.bodyTimeoutMs;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > this.#options.maxBodyBytes) this.#breakOff("too-large");
    // undici's own time-out starts again with every chunk: a body that drips would never end.
    else if (performance.now() > this.#bodyDeadline) this.#breakOff("timeout");
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    const { resolve } = this.#options;
    resolve({ kind: "response", status: this.#status, headers: this.#headers, body: whole.toString("utf8") });
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    if (!this.#settle()) return;
    const illegal = codeOf(error) === "UND_ERR_INVALID_ARG";
    this.#options.resolve({ kind: "fault", fault: this.#fault(causeOf(error), illegal) });
  }

  #breakOff(cause: FaultCause): void {
    if (!this.#settle()) return;
    this.#options.resolve({ kind: "fault", fault: this.#fault(cause, false) });
    this.#controller?.abort(STOPPED);
  }

  #fault(cause: FaultCause, illegal: boolean): Fault {
    if (this.#controller === undefined) return { phase: illegal ? "request" : "connect", cause, sent: "no" };
    return { phase: this.#status === 0 ? "headers" : "body", cause, sent: "maybe" };
  }

  readonly #onAbort = (): void => {
    if (!this.#settle()) return;
    this.#options.reject(abortError());
    this.#controller?.abort(STOPPED);
  };

  /** True the first time. undici may report an end and an error of the same request. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#options.signal.removeEventListener("abort", this.#onAbort);
    return true;
  }
}
