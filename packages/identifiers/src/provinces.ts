import type { Ranges } from "./ranges.ts";

/**
 * The provinces of GB/T 2260 whose numbers are in use; 71 is in that standard, but no number is given with it. From 81
 * on are Hong Kong, Macau and Taiwan, whose residence permits have exactly 810000, 820000 and 830000
 * (国办发〔2018〕81号 art. 3).
 */
export const PROVINCES: Ranges = [
  [11, 15],
  [21, 23],
  [31, 37],
  [41, 46],
  [50, 54],
  [61, 65],
  [81, 83],
];
