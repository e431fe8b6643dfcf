export { createBizSeq } from "./biz-seq.ts";
export type { RandomBytes } from "./biz-seq.ts";
export { CLIENT_RESULTS, readClientResult } from "./client-result.ts";
export type { ClientResult, ClientResultRow, ClientStatus } from "./client-result.ts";
export { networkIdentity } from "./network-identity.ts";
export type { NetworkIdentityOptions } from "./options.ts";
export { REFERENCE_TABLES } from "./reference-wire/reference-tables.ts";
export type { ReferenceTables } from "./reference-wire/reference-tables.ts";
export { referenceWire } from "./reference-wire/reference-wire.ts";
export type { ActionName } from "./vendor-call.ts";
export type {
  Asked,
  FoundKey,
  NetworkIdentityWire,
  OutgoingRequest,
  PublicKeys,
  RelyingParty,
  SupportedMode,
  Transaction,
  WireTools,
} from "./wire.ts";
