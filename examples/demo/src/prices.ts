/**
 * What the demo counts for one charged call, in millionths of a yuan. Round figures for illustration: the vendors'
 * price lists depend on volume and contract. The network identity is free of charge to the platform.
 */
export const ILLUSTRATIVE_PRICES = {
  phone: 300_000,
  "resident-id": 300_000,
  "credit-code": 500_000,
} as const;

/** Yuan with two decimals. */
export function yuan(micros: number): string {
  return (micros / 1_000_000).toFixed(2);
}
