/** Whether the authority bills a call, and where that is written. */
export interface Charge {
  readonly charged: "yes" | "no" | "unknown";
  /** The row of the vendor's table, such as `tencent IdCardVerification Result -1`. */
  readonly basis: string;
  /** Price in millionths of a yuan (CNY), when the app told the provider its price and the call is charged. */
  readonly costMicros?: number;
}
