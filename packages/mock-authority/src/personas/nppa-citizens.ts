/** A citizen made up and published by the press authority for testing its game real-name system. */
export interface PresetCitizen {
  readonly name: string;
  readonly idNumber: string;
}

/**
 * The eight citizens whose check succeeds at once.
 *
 * Source: National Press and Publication Administration, description of the test system of the online
 * game real-name system, V1.2 (2021-02-20), section 1. No real person has these numbers.
 */
export const VERIFIED_CITIZENS: readonly PresetCitizen[] = [
  { name: "某一一", idNumber: "110000190101010001" },
  { name: "某一二", idNumber: "110000190101020007" },
  { name: "某一三", idNumber: "110000190101030002" },
  { name: "某一四", idNumber: "110000190101040008" },
  { name: "某一五", idNumber: "11000019010101001X" },
  { name: "某一六", idNumber: "110000190101020015" },
  { name: "某一七", idNumber: "110000190101030010" },
  { name: "某一八", idNumber: "110000190101040016" },
];

/** The eight citizens whose check stays pending there: their record has not arrived. Same source. */
export const PENDING_CITIZENS: readonly PresetCitizen[] = [
  { name: "某二一", idNumber: "110000190201010009" },
  { name: "某二二", idNumber: "110000190201020004" },
  { name: "某二三", idNumber: "11000019020103000X" },
  { name: "某二四", idNumber: "110000190201040005" },
  { name: "某二五", idNumber: "110000190201010017" },
  { name: "某二六", idNumber: "110000190201020012" },
  { name: "某二七", idNumber: "110000190201030018" },
  { name: "某二八", idNumber: "110000190201040013" },
];
