import type { ProviderResult } from "@shiming/contract";
import { callError, parseJsonObject, readReply, readWith } from "@shiming/provider-kit";
import { z } from "zod";
import { signClientAssertion } from "./client-assertion.ts";
import { REFERENCE_TABLES } from "./reference-tables.ts";
import { keyIdOf, verifyResultToken } from "./result-token.ts";
import { CALLS } from "../vendor-call.ts";
import type { Asked, NetworkIdentityWire, OutgoingRequest, WireTools } from "../wire.ts";

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
    const { action, bizSeq } = asked;
    const call = CALLS[action];
    const { problems } = REFERENCE_TABLES[action];
    const result = await readReply(reply, {
      call,
      read: (body) => {
        const envelope = readWith(ENVELOPE, parseJsonObject(body, call), call);
        return readResult(envelope.result, asked, tools);
      },
      readProblem: (code) => (problems.has(code) ? problems.answer(code, { reference: bizSeq }) : undefined),
    });
    return result.status === "in-doubt" ? { ...result, handle: bizSeq } : result;
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

async function readResult(token: string, asked: Asked, tools: WireTools): Promise<ProviderResult> {
  const { party, clock, keys } = tools;
  const { results } = REFERENCE_TABLES[asked.action];
  const key = await keys.find(await keyIdOf(token, results));
  if (key === "unknown") {
    const rule = "the gateway publishes no key with which the result is signed";
    throw callError("SIGNATURE_INVALID", results, { rule });
  }
  // The gateway has an answer, and gives it again when its signature can be verified.
  if (key === "unreachable") {
    const basis = `${results.provider} ${results.action} result not verified: no keys from the gateway`;
    return { status: "in-doubt", charge: { charged: "no", basis } };
  }
  const { baseUrl: issuer, orgId: audience } = party;
  const expected = { issuer, audience, asked, now: clock.now(), call: results };
  const claims = await verifyResultToken(token, key, expected);
  return results.answer(claims.result_code, {
    reference: claims.biz_seq,
    attributes: claims.sub === undefined ? undefined : { "network-identity-subject": claims.sub },
  });
}
