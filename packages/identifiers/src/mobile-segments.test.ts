import { describe, expect, it } from "vitest";
import { mobileSegmentOf } from "./mobile-segments.ts";

describe("mobileSegmentOf", () => {
  it.each([
    ["13481234567", "134", "mobile", "china-mobile", false, true],
    ["13491234567", "1349", "satellite", "china-telecom", false, true],
    ["14912345678", "149", "mobile", "china-telecom", false, "unknown"],
    ["18612345678", "186", "mobile", "china-unicom", false, true],
    ["19212345678", "192", "mobile", "china-broadnet", false, true],
    ["16101234567", "1610", "mobile", "china-broadnet", false, "unknown"],
    ["16111234567", "161", "mobile", "unknown", false, "unknown"],
    ["16512345678", "165", "mobile", "china-mobile", true, true],
    ["17001234567", "1700", "mobile", "china-telecom", true, true],
    ["17041234567", "1704", "mobile", "china-unicom", true, true],
    ["17112345678", "171", "mobile", "china-unicom", true, true],
    ["17405123456", "17405", "satellite", "china-telecom", false, "unknown"],
    ["17406123456", "17406", "emergency", "unknown", false, "unknown"],
    ["17413123456", "174", "mobile", "unknown", false, "unknown"],
    ["17491234567", "1749", "satellite", "unknown", false, "unknown"],
    ["17912345678", "179", "mobile", "unknown", false, false],
    ["1480123456789", "148", "iot", "china-mobile", false, true],
    ["1064123456789", "1064", "machine", "unknown", false, true],
    ["1430123456789", "143", "iot", "unknown", false, false],
    ["1069123456789", "106", "machine", "unknown", false, false],
  ])("gives %s to the longest segment it starts with", (number, ...expected) => {
    const [segment, use, originalCarrier, virtual, assigned] = expected;
    expect(mobileSegmentOf(number)).toEqual({ segment, class: use, originalCarrier, virtual, assigned });
  });

  /** The lists of the two sources, prefix by prefix. */
  const MOBILE = {
    "china-mobile":
      "1340 1341 1342 1343 1344 1345 1346 1347 1348 135 136 137 138 139 147 150 151 152 157 158 159 172 178 " +
      "182 183 184 187 188 195 197 198 165 1703 1705 1706",
    "china-unicom": "130 131 132 145 155 156 166 175 176 185 186 196 167 1704 1707 1708 1709 171",
    "china-telecom": "133 149 153 173 177 180 181 189 190 191 193 199 162 1700 1701 1702",
    "china-broadnet": "192 1610",
    unknown: "154 160 163 164 168 169 179 194 148 161 174",
  };
  const prefixes = Object.entries(MOBILE).flatMap(([carrier, list]) =>
    list.split(" ").map((prefix) => [prefix, carrier] as const),
  );
  const VIRTUAL = new Set("162 165 167 171 1700 1701 1702 1703 1704 1705 1706 1707 1708 1709".split(" "));
  const DISPUTED = new Set("148 149 154 161 174 1610".split(" "));
  const UNUSED = new Set("160 163 164 168 169 179 194".split(" "));

  it.each(prefixes)("knows %s as one of %s", (prefix, originalCarrier) => {
    // A 5 behind three digits keeps clear of the shared-out parts of 134, 161, 170 and 174.
    const found = mobileSegmentOf(prefix.padEnd(11, "5"));
    expect(found).toMatchObject({
      originalCarrier,
      class: "mobile",
      virtual: VIRTUAL.has(prefix),
      assigned: DISPUTED.has(prefix) ? "unknown" : !UNUSED.has(prefix),
    });
  });

  it("knows no other mobile segment from 130 to 199", () => {
    const listed = new Set(prefixes.map(([prefix]) => prefix.slice(0, 3)));
    const all = Array.from({ length: 70 }, (_, index) => String(130 + index));
    // Numbers of these lengths and starts are of machines alone.
    const others = all.filter((prefix) => !listed.has(prefix));
    expect(others).toEqual(["140", "141", "142", "143", "144", "146"]);
    for (const prefix of others) {
      expect(mobileSegmentOf(prefix.padEnd(11, "5"))).toMatchObject({ segment: prefix, assigned: false });
    }
  });

  it.each([
    ...["1349", "17400", "17401", "17402", "17403", "17404", "17405"].map((one) => [one, "satellite"]),
    ...["17406", "17407", "17408", "17409", "17410", "17411", "17412"].map((one) => [one, "emergency"]),
    ["1749", "satellite"],
  ])("knows %s as %s", (prefix = "", use = "") => {
    expect(mobileSegmentOf(prefix.padEnd(11, "5"))).toMatchObject({ segment: prefix, class: use });
  });

  it.each([
    ["1410", "iot"],
    ["1440", "iot"],
    ["1441", "iot"],
    ["146", "iot"],
    ["148", "iot"],
    ["1064", "machine"],
  ])("knows %s with 13 digits as %s", (prefix, use) => {
    expect(mobileSegmentOf(prefix.padEnd(13, "5"))).toMatchObject({ segment: prefix, class: use });
    expect(mobileSegmentOf(prefix.padEnd(13, "5")).assigned).not.toBe(false);
  });
});
