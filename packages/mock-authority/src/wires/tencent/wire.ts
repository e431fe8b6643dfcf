import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Wire } from "../../wire.ts";
import type { Action, Answer } from "./action.ts";
import { ACTIONS, PRODUCTS } from "./actions.ts";
import { encryptionPublicKey } from "./encryption-key.ts";
import { envelope } from "./envelope.ts";
import { readParameters } from "./parameters.ts";
import { tencentScenarios } from "./scenarios.ts";
import { SPECIAL_NAMES } from "./special-names.ts";
import { createSigningKeys } from "./signing-keys.ts";
import { verifyTc3 } from "./tc3-verify.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** What the wire needs. */
export interface TencentWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

/** A key pair as the vendor's console gives it out, and its RSA key for `Encryption`, as base64 of a PEM. */
export type TencentCredentials = Readonly<Record<"secretId" | "secretKey" | "encryptionPublicKey", string>>;

interface Decision {
  readonly outcome: Answer | VendorError;
  readonly fields: readonly PersonalField[];
}

function refuse(error: VendorError): Decision {
  return { outcome: error, fields: [] };
}

/** Errors that need no secret: what the request must look like before anything in it is read. */
function checkProtocol({ method, query, headers }: Exchange): VendorError | undefined {
  if (method !== "POST") return vendorError("UnsupportedProtocol", "This mock answers POST only.");
  if (mediaTypeOf(headers) !== "application/json") {
    return vendorError("UnsupportedProtocol", "Content-Type must be application/json.");
  }
  // A POST has an empty CanonicalQueryString (https://cloud.tencent.com/document/api/213/30654), so that no
  // signature covers its query. Of the common codes, InvalidRequest is for a broken multipart body alone and
  // InvalidParameter for parameters in a wrong form (https://cloud.tencent.com/document/product/1388/114322).
  if (query !== "")
    return vendorError("InvalidParameter", "A POST has its parameters in the body, not in a query.");
  return undefined;
}

function checkVersion({ headers }: Exchange, action: Action): VendorError | undefined {
  const version = headers.get("x-tc-version");
  if (version === null) return vendorError("MissingParameter", "The header X-TC-Version is missing.");
  return version === action.version ? undefined : vendorError("NoSuchVersion");
}

function decide(body: Uint8Array, action: Action, registry: Registry): Decision {
  const { fields, outcome } = readParameters(body, action.parameters);
  if (outcome.kind === "error") return { fields, outcome };
  const isThrottled = outcome.values["Name"] === SPECIAL_NAMES.throttled;
  return {
    fields,
    outcome: isThrottled ? vendorError("RequestLimitExceeded") : action.answer(outcome.values, registry),
  };
}

/** Tencent Cloud API 3.0: FaceID and OCR, one endpoint at `/`, actions by header. */
export function createTencentWire({ random, registry, clock }: TencentWireOptions): Wire<TencentCredentials> {
  const secretId = `AKIDmock${random.derive("tencent secret id").slice(0, 28)}`;
  const secretKey = `mock${random.derive("tencent secret key").slice(0, 28)}`;
  const secretKeyOf = (id: string): string | undefined => (id === secretId ? secretKey : undefined);
  const signingKeys = createSigningKeys();

  async function answer(exchange: Exchange, action: Action | undefined): Promise<Decision> {
    const protocolError = checkProtocol(exchange);
    if (protocolError !== undefined) return refuse(protocolError);
    const body = await exchange.readBody();
    if (body.kind === "too-large") return refuse(vendorError("RequestSizeLimitExceeded"));
    if (body.kind === "broken") return refuse(vendorError("InvalidParameter", "The body could not be read."));
    const { method, host, headers } = exchange;
    const services = action === undefined ? PRODUCTS : [action.product];
    const authError = verifyTc3(
      { method, host, headers, body: body.bytes },
      { secretKeyOf, services, now: clock.now(), signingKeys },
    );
    if (authError !== undefined) return refuse(authError);
    if (action === undefined) return refuse(vendorError("InvalidAction"));
    const versionError = checkVersion(exchange, action);
    return versionError === undefined ? decide(body.bytes, action, registry) : refuse(versionError);
  }

  return {
    id: "tencent",
    about: "Tencent Cloud API 3.0, FaceID 2018-03-01 and OCR 2018-11-19, TC3-HMAC-SHA256 verified.",
    scenarios: tencentScenarios(registry),
    baseUrl: (origin) => origin,
    credentials: () => ({ secretId, secretKey, encryptionPublicKey }),
    owns: ({ path, method, headers }) =>
      path === "/" && (headers.has("x-tc-action") || (method !== "GET" && method !== "HEAD")),
    async handle(exchange) {
      const requestId = random.nextUuid();
      const action = ACTIONS.get(exchange.headers.get("x-tc-action") ?? "");
      const { outcome, fields } = await answer(exchange, action);
      const status = outcome.kind === "error" ? outcome.code : outcome.status;
      return {
        reply: envelope(outcome, requestId),
        note: { action: action?.name ?? "unknown", status, fields, requestId },
      };
    },
    reset: () => undefined,
  };
}
