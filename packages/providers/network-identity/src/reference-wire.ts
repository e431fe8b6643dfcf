import type { ProviderResult } from "@shiming/contract";
import {
  faultToAnswer,
  parseJsonObject,
  readWith,
  statusToAnswer,
  type WireReply,
} from "@shiming/provider-kit";
import { z } from "zod";
import { signClientAssertion } from "./client-assertion.ts";
import { freeOfCharge } from "./free-of-charge.ts";
import { problemCodeOf } from "./problem-code.ts";
import { REFERENCE_TABLES } from "./reference-tables.ts";
import { keyIdOf, verifyResultToken } from "./result-token.ts";
import { signatureInvalid } from "./token-error.ts";
import { CALLS } from "./vendor-call.ts";
import type { Asked, NetworkIdentityWire, OutgoingRequest, WireTools } from "./wire.ts";

/** A token of this wire has about 600 characters. */
const ENVELOPE = z.object({ result: z.string().max(8192) });

/**
 * The reference wire of this project. **It is not the official one**: the server interface of the national network
 * identity service is not public. The field names of the request are those that Hunan province republished
 * (https://apifox.com/apidoc/shared/66f4c1ac-a335-4a62-9975-100b399d025a, api-94150359); paths, authentication, the
 * signed result and its codes are ours. The README has the whole text.
 */
export const referenceWire: NetworkIdentityWire = {
  async build(transaction, tools) {
    const { orgId, appId, appName } = tools.party;
    const { bizSeq, mode, idCardAuthData } = transaction;
    const body = {
      orgCode: orgId,
      appId,
      ...(appName !== undefined && { appName }),
      bizSeq,
      authMode: mode,
      idCardAuthData,
      ...(transaction.mode === "R02" && { certPwdData: transaction.certPwdData }),
    };
    return post("/v1/authentications", body, tools);
  },
  async query(bizSeq, tools) {
    return post(`/v1/authentications/${bizSeq}/result`, {}, tools);
  },
  async read(reply, asked, tools) {
    const result = await readReply(reply, asked, tools);
    return result.status === "in-doubt" ? { ...result, handle: asked.bizSeq } : result;
  },
};

async function post(path: string, members: object, tools: WireTools): Promise<OutgoingRequest> {
  const { party, clock } = tools;
  const body = JSON.stringify(members);
  const assertion = await signClientAssertion({ party, body, now: clock.now(), id: tools.newId() });
  return {
    method: "POST",
    url: new URL(party.baseUrl + path),
    headers: {
      accept: "application/json, application/problem+json",
      authorization: `Bearer ${assertion}`,
      "content-type": "application/json",
    },
    body,
  };
}

async function readReply(reply: WireReply, asked: Asked, tools: WireTools): Promise<ProviderResult> {
  const call = CALLS[asked.action];
  if (reply.kind === "fault") return faultToAnswer(reply.fault, call);
  if (reply.status >= 200 && reply.status <= 299) {
    const { result } = readWith(ENVELOPE, parseJsonObject(reply.body, call), call);
    return freeOfCharge(async () => readResult(result, asked, tools));
  }
  const { problems } = REFERENCE_TABLES[asked.action];
  const code = problemCodeOf(reply);
  if (code === undefined || !problems.has(code)) return statusToAnswer(reply.status, call);
  return freeOfCharge(async () => problems.answer(code, { reference: asked.bizSeq }));
}

async function readResult(token: string, asked: Asked, tools: WireTools): Promise<ProviderResult> {
  const { party, clock, keys } = tools;
  const call = CALLS[asked.action];
  const key = await keys.find(await keyIdOf(token, call));
  if (key === "unknown")
    throw signatureInvalid(call, "the gateway publishes no key with which the result is signed");
  // The gateway has an answer, and gives it again when its signature can be verified.
  if (key === "unreachable") {
    const basis = `${call.provider} ${call.action} result not verified: no keys from the gateway`;
    return { status: "in-doubt", charge: { charged: "unknown", basis } };
  }
  const { baseUrl: issuer, orgId: audience } = party;
  const claims = await verifyResultToken(token, key, { issuer, audience, asked, now: clock.now(), call });
  return REFERENCE_TABLES[asked.action].results.answer(claims.result_code, {
    reference: claims.biz_seq,
    attributes: claims.sub === undefined ? undefined : { "network-identity-subject": claims.sub },
  });
}
