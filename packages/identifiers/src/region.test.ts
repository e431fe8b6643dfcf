import { describe, expect, it } from "vitest";
import { recordsByCode } from "./region-records.ts";
import { region, regionHistory } from "./region.ts";

const names = (code: string, asOf?: string) => region(code, { asOf })?.path.map(({ name }) => name);

describe("region", () => {
  it("tells the name, the years and the way down to a county in force", () => {
    expect(region("110105")).toEqual({
      code: "110105",
      name: "朝阳区",
      from: 1981,
      inForce: true,
      successors: [],
      sources: ["areacodes", "data_location"],
      level: "county",
      path: [
        { code: "110000", name: "北京市" },
        { code: "110105", name: "朝阳区" },
      ],
    });
  });

  it("tells when an abolished code went, and which one took over", () => {
    expect(region("440524")).toMatchObject({
      name: "潮阳县",
      until: 1993,
      inForce: false,
      successors: [{ code: "440582", year: 1993 }],
    });
    expect(names("440524")).toEqual(["广东省", "汕头市", "潮阳县"]);
  });

  it("tells the year of a part that went to another code at another time", () => {
    expect(region("130121")?.successors).toContainEqual({ code: "130107", year: 1992 });
  });

  it("chooses the name by the year asked about", () => {
    expect(region("130502")).toMatchObject({ name: "襄都区", from: 2020, inForce: true });
    expect(region("130502", { asOf: "2019-12-31" })).toMatchObject({
      name: "桥东区",
      until: 2020,
      inForce: false,
    });
    expect(region("130502", { asOf: "2020-01-01" })?.name).toBe("襄都区");
  });

  it("answers with the nearest name where none held in that year", () => {
    expect(region("130502", { asOf: "1949-10-01" })?.name).toBe("桥东区");
    expect(region("132201", { asOf: "1984-06-01" })?.name).toBe("邢台市");
    expect(region("440524", { asOf: "2026-11-21" })?.name).toBe("潮阳县");
  });

  it("names the divisions above as they were called then", () => {
    expect(names("422801", "1982-01-01")).toEqual(["湖北省", "恩施地区", "恩施市"]);
    expect(names("422801", "1990-01-01")).toEqual(["湖北省", "鄂西土家族苗族自治州", "恩施市"]);
    expect(names("422801")).toEqual(["湖北省", "恩施土家族苗族自治州", "恩施市"]);
    expect(names("132201")).toEqual(["河北省", "邢台地区", "南宫市"]);
  });

  it.each(["1999-12-31", "2000-01-01", "2000-12-31", "2026-11-21", undefined])(
    "names the divisions above a code that went in 2000 as before that year, asked as of %s",
    (asOf) => {
      // The prefecture got its new name in the year in which the county went.
      expect(names("320821", asOf)).toEqual(["江苏省", "淮阴市", "淮阴县"]);
    },
  );

  it("leaves out groupings that are no place", () => {
    expect(names("429004")).toEqual(["湖北省", "仙桃市"]);
    expect(names("469021")).toEqual(["海南省", "定安县"]);
    expect(names("500101")).toEqual(["重庆市", "万州区"]);
  });

  it("knows codes that only one source has, without years", () => {
    expect(region("500157")).toEqual({
      code: "500157",
      name: "两江新区",
      inForce: true,
      successors: [],
      sources: ["data_location"],
      level: "county",
      path: [
        { code: "500000", name: "重庆市" },
        { code: "500157", name: "两江新区" },
      ],
    });
    expect(region("320219")).toMatchObject({ name: "江阴县", inForce: false });
  });

  it("does not call in force what the newest list has no more", () => {
    expect(region("500105")).toMatchObject({ name: "江北区", inForce: false });
  });

  it.each([
    ["110000", "province"],
    ["130100", "prefecture"],
    ["130102", "county"],
    ["810000", "province"],
  ])("sees by the zeros that %s is a %s", (code, level) => {
    expect(region(code)?.level).toBe(level);
  });

  it.each(["119999", "", "11010", "abc", "__proto__", "constructor"])("does not know %j", (code) => {
    expect(region(code)).toBeUndefined();
    expect(regionHistory(code)).toEqual([]);
  });

  it("throws on a malformed asOf", () => {
    expect(() => region("110105", { asOf: "2000" })).toThrow(
      expect.objectContaining({ name: "CivilDateError", code: "DATE_MALFORMED", field: "asOf" }),
    );
  });
});

describe("regionHistory", () => {
  it("tells every name of a code, oldest first", () => {
    const told = regionHistory("210311").map(({ name, from, until }) => [name, from, until]);

    expect(told).toEqual([
      ["郊区", 1983, 1984],
      ["旧堡区", 1984, 1996],
      ["千山区", 1996, undefined],
    ]);
  });

  it("tells of a code that was given to another place", () => {
    expect(regionHistory("132201").map(({ name, from, until }) => [name, from, until])).toEqual([
      ["邢台市", 1981, 1983],
      ["南宫市", 1986, 1993],
    ]);
  });
});

describe("the generated table", () => {
  const records = [...recordsByCode().values()];

  it("has names, and years in order", () => {
    for (const record of records.flat()) {
      expect(record.code).toMatch(/^\d{6}$/);
      expect(record.name).toMatch(/^\p{Script=Han}[\p{Script=Han}、（）]*$/u);
      expect(record.until ?? Infinity).toBeGreaterThan(record.from ?? 0);
    }
    for (const [first, second] of records.flatMap((one) =>
      one.slice(1).map((next, index) => [one[index], next]),
    )) {
      expect(first?.until).toBeLessThanOrEqual(second?.from ?? 0);
    }
  });

  it("has every successor among its codes", () => {
    const successors = new Set(records.flat().flatMap((record) => record.successors.map(({ code }) => code)));

    expect([...successors].filter((code) => !recordsByCode().has(code))).toEqual([]);
  });

  it("has no county of Hong Kong, Macau or Taiwan", () => {
    const codes = [...recordsByCode().keys()].filter((code) => /^(?:7|8)/.test(code));

    expect(codes).toEqual(["710000", "810000", "820000", "830000"]);
  });
});
