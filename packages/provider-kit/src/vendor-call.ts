/** Which call an answer belongs to. It names the row that a charge is based on: `<provider> <action> <code>`. */
export interface VendorCall {
  /** The provider's id, such as `tencent`. */
  readonly provider: string;
  /** The vendor's own name of the call, such as `IdCardVerification`. */
  readonly action: string;
  /** What an answer that cannot be understood was charged. Default `unknown`; `no` where the vendor bills nothing. */
  readonly unreadable?: "no" | "unknown";
}
