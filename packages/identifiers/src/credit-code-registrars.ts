/**
 * The registering departments (first character of a credit code) and the categories each one registers (second
 * character). 1, 5, 9 and Y are the table of GB 32100-2015; the others came later and are kept here as far as
 * public implementations agree on them. The table grows without notice, so what is missing is only warned about.
 */
export const CATEGORIES_BY_DEPARTMENT: Readonly<Partial<Record<string, string>>> = {
  1: "1239", // staffing of public bodies: organ, institution, mass organisation, other
  2: "19", // foreign affairs
  3: "123459", // justice
  4: "19", // culture
  5: "1239", // civil affairs: social group, private non-enterprise unit, foundation, other
  6: "129", // tourism
  7: "129", // religion
  8: "19", // trade unions
  9: "123", // market regulation: enterprise, individual business, farmers' cooperative
  A: "19", // military
  N: "1239", // agriculture: group, village and township collective economy, other
  Y: "1", // other
};
