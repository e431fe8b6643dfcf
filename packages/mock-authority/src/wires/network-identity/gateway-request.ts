import { echoableName } from "../../echoable-name.ts";
import { parseJsonObject } from "../../json-object.ts";
import { problem } from "../../problem.ts";
import type { Problem } from "../../problem.ts";
import type { PresentedCredential } from "./judge-credential.ts";

/** Body of an authentication request. */
export interface AuthenticationRequest extends PresentedCredential {
  readonly orgCode: string;
  readonly appId: string;
  readonly bizSeq: string;
}

/** A request to settle, or what is wrong with it. */
export type ReadRequest = { readonly kind: "request"; readonly request: AuthenticationRequest } | Problem;

interface FieldRule {
  readonly required?: true;
  readonly pattern: RegExp;
  /** The rule in words. */
  readonly rule: string;
}

const OPAQUE_DATA = { pattern: /^[^]{1,8192}$/, rule: "a string of 1 to 8192 characters" };

const FIELDS: Readonly<Record<string, FieldRule>> = {
  orgCode: { required: true, pattern: /^[^]{1,64}$/, rule: "a string of 1 to 64 characters" },
  appId: { required: true, pattern: /^[^]{1,64}$/, rule: "a string of 1 to 64 characters" },
  appName: { pattern: /^[^]{0,64}$/, rule: "a string of at most 64 characters" },
  bizSeq: { required: true, pattern: /^[A-Za-z0-9]{32}$/, rule: "32 letters or digits" },
  authMode: { required: true, pattern: /^R0[12]$/, rule: "one of R01, R02" },
  idCardAuthData: { required: true, ...OPAQUE_DATA },
  certPwdData: OPAQUE_DATA,
};

/** Modes with a face image: known, and not served by this wire. */
const FACE_MODES: ReadonlySet<unknown> = new Set(["R03", "R04"]);

/** 400 with the member and the rule. */
export function malformed(field: string | undefined, rule: string): Problem {
  return problem({ status: 400, code: "malformed_request", rule, ...(field !== undefined && { field }) });
}

function findBrokenField(given: Readonly<Record<string, unknown>>): Problem | undefined {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(FIELDS, name));
  if (unknown !== undefined) return malformed(echoableName(unknown), "not a member of this request");
  for (const [name, { required, pattern, rule }] of Object.entries(FIELDS)) {
    const value = given[name];
    if (value === undefined && required === undefined) continue;
    if (typeof value !== "string" || !pattern.test(value)) return malformed(name, rule);
  }
  const wantsPassword = given["authMode"] === "R02";
  if (wantsPassword === (given["certPwdData"] !== undefined)) return undefined;
  return malformed("certPwdData", "present with R02 and only with R02");
}

/** Reads the body of an authentication request strictly, or says what is wrong with it. */
export function readAuthenticationRequest(body: Uint8Array): ReadRequest {
  const given = parseJsonObject(body);
  if (given === undefined) return malformed(undefined, "a JSON object");
  if (FACE_MODES.has(given["authMode"])) {
    return problem({ status: 422, code: "unsupported_mode", field: "authMode" });
  }
  const broken = findBrokenField(given);
  if (broken !== undefined) return broken;
  // Every member was checked against the table above.
  return { kind: "request", request: given as unknown as AuthenticationRequest };
}

/** Reads the empty object that asks again for a result; undefined when it is that. */
export function checkEmptyRequest(body: Uint8Array): Problem | undefined {
  const given = parseJsonObject(body);
  if (given === undefined) return malformed(undefined, "a JSON object");
  const [unknown] = Object.keys(given);
  return unknown === undefined ? undefined : malformed(echoableName(unknown), "not a member of this request");
}
