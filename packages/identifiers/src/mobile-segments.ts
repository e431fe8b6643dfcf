/** The network a number was first given by; since 2019 a number can be carried to another one. */
export type OriginalCarrier =
  "china-mobile" | "china-unicom" | "china-telecom" | "china-broadnet" | "unknown";

/**
 * What a number is for: a person's telephone, satellite telephony, emergency communication, a machine on the internet
 * of things (14x, 13 digits), or a machine under the 106 of the 2010 numbering plan (13 digits).
 */
export type MobileClass = "mobile" | "satellite" | "emergency" | "iot" | "machine";

/** What is known about the numbers that start with the same digits. */
export interface MobileSegment {
  /** The digits they start with: three, or more where a segment is shared out. */
  readonly segment: string;
  readonly class: MobileClass;
  readonly originalCarrier: OriginalCarrier;
  /** Sold by a virtual operator on that network. */
  readonly virtual: boolean;
  /** Whether it is in use; "unknown" where public sources disagree. */
  readonly assigned: boolean | "unknown";
}

/** Segments of one carrier and use, parted by spaces; a question mark where public sources disagree on one. */
type Assignment = readonly [carrier: OriginalCarrier, use: MobileClass | "virtual", segments: string];

/**
 * 11-digit segments in use by July 2026, by the carrier lists of google/libphonenumber (Apache-2.0) and
 * VincentSit/ChinaMobilePhoneNumberRegex (MIT). Neither is official, and new segments come every year.
 */
const MOBILE: readonly Assignment[] = [
  [
    "china-mobile",
    "mobile",
    "134 135 136 137 138 139 147 150 151 152 157 158 159 172 178 182 183 184 187 188 195 197 198",
  ],
  ["china-mobile", "virtual", "165 1703 1705 1706"],
  ["china-unicom", "mobile", "130 131 132 145 155 156 166 175 176 185 186 196"],
  ["china-unicom", "virtual", "167 1704 1707 1708 1709 171"],
  ["china-telecom", "mobile", "133 149? 153 173 177 180 181 189 190 191 193 199"],
  ["china-telecom", "virtual", "162 1700 1701 1702"],
  ["china-telecom", "satellite", "1349 17400? 17401? 17402? 17403? 17404? 17405?"],
  ["china-broadnet", "mobile", "1610? 192"],
  // The communication centre of the ministry, and Inmarsat.
  ["unknown", "emergency", "17406? 17407? 17408? 17409? 17410? 17411? 17412?"],
  ["unknown", "satellite", "1749?"],
  // Named by one source or another, with no carrier they agree on.
  ["unknown", "mobile", "148? 154? 161? 174?"],
];

/** 13-digit segments, by the same lists and the telecommunications numbering plan of 2010 (1064). */
const MACHINES: readonly Assignment[] = [
  ["china-mobile", "iot", "1440 148"],
  ["china-unicom", "iot", "146"],
  ["china-telecom", "iot", "1410"],
  ["unknown", "iot", "1441?"],
  ["unknown", "machine", "1064"],
];

/** By length of the number and segment: "11 138". */
const SEGMENTS: ReadonlyMap<string, MobileSegment> = /* @__PURE__ */ segmentTable();

function segmentTable(): Map<string, MobileSegment> {
  return new Map([...rowsOf(MOBILE, 11), ...rowsOf(MACHINES, 13)]);
}

function rowsOf(assignments: readonly Assignment[], length: number): [string, MobileSegment][] {
  return assignments.flatMap(([originalCarrier, use, segments]) =>
    segments.split(" ").map((marked): [string, MobileSegment] => {
      const [segment = "", doubt] = marked.split("?");
      const virtual = use === "virtual";
      const assigned = doubt === undefined || "unknown";
      return [
        `${length} ${segment}`,
        { segment, class: virtual ? "mobile" : use, originalCarrier, virtual, assigned },
      ];
    }),
  );
}

/**
 * What is known about a number of 11 digits, or of the 13 of a machine: by the longest segment that matches, by three
 * digits if none does.
 */
export function mobileSegmentOf(number: string): MobileSegment {
  for (let length = 5; length >= 3; length--) {
    const found = SEGMENTS.get(`${number.length} ${number.slice(0, length)}`);
    if (found) return found;
  }
  // 106 or 14.
  const machine = number < "11" ? "machine" : "iot";
  return {
    segment: number.slice(0, 3),
    class: number.length > 11 ? machine : "mobile",
    originalCarrier: "unknown",
    virtual: false,
    assigned: false,
  };
}
