/** The network a number was first given by; since 2019 a number can be carried to another one. */
export type OriginalCarrier =
  "china-mobile" | "china-unicom" | "china-telecom" | "china-broadnet" | "unknown";

/** What is known about the numbers that start with the same digits. */
export interface MobileSegment {
  /** The digits they start with: three, or more where a segment is shared out. */
  readonly segment: string;
  readonly originalCarrier: OriginalCarrier;
  /** Sold by a virtual operator on that network. */
  readonly virtual: boolean;
}

interface Assignment {
  readonly carrier: OriginalCarrier;
  readonly virtual: boolean;
  /** The starts of the numbers, parted by spaces. */
  readonly segments: string;
}

/**
 * 11-digit segments in use by July 2026, by the carrier lists of google/libphonenumber (Apache-2.0) and
 * VincentSit/ChinaMobilePhoneNumberRegex (MIT). Neither is official, and new segments come every year.
 */
const ASSIGNMENTS: readonly Assignment[] = [
  {
    carrier: "china-mobile",
    virtual: false,
    segments: "134 135 136 137 138 139 147 150 151 152 157 158 159 172 178 182 183 184 187 188 195 197 198",
  },
  { carrier: "china-mobile", virtual: true, segments: "165 1703 1705 1706" },
  {
    carrier: "china-unicom",
    virtual: false,
    segments: "130 131 132 145 155 156 166 175 176 185 186 196",
  },
  { carrier: "china-unicom", virtual: true, segments: "167 1704 1707 1708 1709 171" },
  {
    carrier: "china-telecom",
    virtual: false,
    // 1349 and 17400 to 17405 are satellite telephones.
    segments: "133 1349 149 153 173 17400 17401 17402 17403 17404 17405 177 180 181 189 190 191 193 199",
  },
  { carrier: "china-telecom", virtual: true, segments: "162 1700 1701 1702" },
  { carrier: "china-broadnet", virtual: false, segments: "1610 192" },
  // Emergency communication (17406 to 17412) and maritime satellite (1749): in use, by none of the four.
  { carrier: "unknown", virtual: false, segments: "17406 17407 17408 17409 17410 17411 17412 1749" },
];

const LONGEST_SEGMENT = 5;
const SHORTEST_SEGMENT = 3;

const SEGMENTS: ReadonlyMap<string, MobileSegment> = /* @__PURE__ */ bySegment();

function bySegment(): Map<string, MobileSegment> {
  const rows = ASSIGNMENTS.flatMap(({ carrier, virtual, segments }) =>
    segments.split(" ").map((segment) => ({ segment, originalCarrier: carrier, virtual })),
  );
  return new Map(rows.map((row) => [row.segment, row]));
}

/** The assigned segment that an 11-digit number belongs to: the longest that matches. */
export function findMobileSegment(number: string): MobileSegment | undefined {
  for (let length = LONGEST_SEGMENT; length >= SHORTEST_SEGMENT; length--) {
    const found = SEGMENTS.get(number.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}
