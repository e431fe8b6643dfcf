/**
 * Error codes of this wire with the vendor's own texts.
 *
 * Source: National Press and Publication Administration, interface specification of the real-name system for games, V1.8
 * (2021-02-20), table of error codes. `RECODE` is printed so.
 */
const MESSAGES = {
  1002: "SYS REQ RESOURCE NOT EXIST",
  1003: "SYS REQ METHOD ERROR",
  1004: "SYS REQ HEADER MISS ERROR",
  1005: "SYS REQ IP ERROR",
  1006: "SYS REQ BUSY ERROR",
  1007: "SYS REQ EXPIRE ERROR",
  1008: "SYS REQ PARTNER ERROR",
  1009: "SYS REQ PARTNER AUTH DISABLE",
  1010: "SYS REQ AUTH ERROR",
  1011: "SYS REQ PARTNER AUTH ERROR",
  1012: "SYS REQ PARAM CHECK ERROR",
  2001: "BUS AUTH IDNUM ILLEGAL",
  2002: "BUS AUTH RESOURCE LIMIT",
  2003: "BUS AUTH CODE NO AUTH RECODE",
  2004: "BUS AUTH CODE ALREADY IN USE",
} as const;

/** A code from the table above. */
export type VendorErrorCode = keyof typeof MESSAGES;

/** An error as the vendor reports it. */
export interface VendorError {
  readonly kind: "error";
  readonly errcode: VendorErrorCode;
  readonly errmsg: string;
}

/** The error of a code. The vendor's text is all it says, so that nothing of a request can be in it. */
export function vendorError(errcode: VendorErrorCode): VendorError {
  return { kind: "error", errcode, errmsg: MESSAGES[errcode] };
}
