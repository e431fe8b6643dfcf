import { credit, organisation, resident } from "./check-characters.ts";

export type Topic =
  | "resident-id"
  | "legacy-resident-id"
  | "permanent-resident-card"
  | "travel-permit"
  | "passport"
  | "credit-code"
  | "organisation-code"
  | "registration-number"
  | "taxpayer-number"
  | "mobile-number"
  | "landline-number"
  | "person-name";

/** One input, the right answer, and why it is the right one. */
export interface Case {
  readonly input: string;
  readonly right: boolean;
  readonly en: string;
  readonly zh: string;
}

/** 110000 is a whole municipality: no person's number is coded with it (the test system of NPPA uses it for that). */
const born = (date: string): string => resident(`110000${date}001`);

const RESIDENT_ID: readonly Case[] = [
  {
    input: "11010519491231002X",
    right: true,
    en: "printed example of GB 11643-1999",
    zh: "GB 11643-1999 的示例",
  },
  {
    input: "440524188001010014",
    right: true,
    en: "its other example: born in 1880, region code abolished in 1993",
    zh: "该标准的另一示例：1880 年出生，地址码 1993 年已撤销",
  },
  { input: "11010519491231002x", right: true, en: "lower-case x", zh: "小写 x" },
  {
    input: "110000190101010001",
    right: true,
    en: "preset citizen of the NPPA test system",
    zh: "国家新闻出版署测试系统的预置数据",
  },
  {
    input: resident("11000019010203000"),
    right: true,
    en: "sequence 000, which no rule excludes",
    zh: "顺序码 000，标准并未排除",
  },
  { input: born("20000229"), right: true, en: "29 February 2000", zh: "2000 年 2 月 29 日" },
  {
    input: "810000199408230021",
    right: true,
    en: "residence permit, Hong Kong (specimen)",
    zh: "港澳台居民居住证：香港（样证）",
  },
  {
    input: "820000199408230023",
    right: true,
    en: "residence permit, Macau (specimen)",
    zh: "港澳台居民居住证：澳门（样证）",
  },
  {
    input: "830000199201300022",
    right: true,
    en: "residence permit, Taiwan (specimen)",
    zh: "港澳台居民居住证：台湾（样证）",
  },
  {
    input: resident("33011319010203001"),
    right: true,
    en: "county code in force since 2021",
    zh: "2021 年启用的县级代码",
  },
  {
    input: resident("65322819010203001"),
    right: true,
    en: "county code in force since 2024",
    zh: "2024 年启用的县级代码",
  },
  {
    input: resident("32021919010203001"),
    right: true,
    en: "old county code that most tables miss",
    zh: "多数代码表遗漏的旧县级代码",
  },
  { input: "110105194912310021", right: false, en: "wrong check character", zh: "校验码不符" },
  { input: "11010519491213002X", right: false, en: "two neighbours swapped", zh: "相邻两位对调" },
  { input: born("20230230"), right: false, en: "30 February", zh: "2 月 30 日" },
  { input: born("19000229"), right: false, en: "29 February 1900", zh: "1900 年 2 月 29 日" },
  { input: born("19011301"), right: false, en: "month 13", zh: "13 月" },
  { input: born("20990101"), right: false, en: "born in 2099", zh: "2099 年出生" },
  { input: born("00000101"), right: false, en: "born in the year 0000", zh: "公元 0000 年出生" },
  { input: born("17991231"), right: false, en: "born in 1799", zh: "1799 年出生" },
  { input: resident("99000019010203001"), right: false, en: "no such province", zh: "省级代码不存在" },
  {
    input: resident("71000019010203001"),
    right: false,
    en: "71: in GB/T 2260, but no number is given with it",
    zh: "71 在 GB/T 2260 中，但不用于编号",
  },
  {
    input: resident("81000119010203001"),
    right: false,
    en: "81 without being 810000",
    zh: "81 开头但不是 810000",
  },
  {
    input: resident("91184019010203001"),
    right: false,
    en: "a foreign permanent resident's number (2023)",
    zh: "外国人永久居留身份证号码（2023 版）",
  },
  {
    input: "1101051949123100２X",
    right: false,
    en: "a full-width digit, read strictly",
    zh: "含全角数字（严格模式）",
  },
];

const LEGACY_RESIDENT_ID: readonly Case[] = [
  {
    input: "110000010203001",
    right: true,
    en: "15 digits, born 1901-02-03",
    zh: "15 位，1901 年 2 月 3 日出生",
  },
  { input: "110000880101996", right: true, en: "sequence 996: born in 1888", zh: "顺序码 996：1888 年出生" },
  { input: "110000000229001", right: false, en: "29 February 1900", zh: "1900 年 2 月 29 日" },
  { input: "110000011301001", right: false, en: "month 13", zh: "13 月" },
  { input: "ABCDEF880730XYZ", right: false, en: "letters", zh: "含字母" },
  { input: "990000010203001", right: false, en: "no such province", zh: "省级代码不存在" },
];

/** PDY00001 to PDY99999 are for a user's own purposes (GB 11714-1997): no organisation has them. */
const inner = (number: number): string => organisation(`PDY${String(number).padStart(5, "0")}`);

function firstOf(make: (number: number) => string, isWanted: (code: string) => boolean): string {
  for (let number = 1; number < 100_000; number += 1) {
    const code = make(number);
    if (isWanted(code)) return code;
  }
  throw new Error("none of the codes is the wanted one");
}

const CREDIT_CODE: readonly Case[] = [
  {
    input: "91350100M000100Y43",
    right: true,
    en: "printed example of GB 32100-2015",
    zh: "GB 32100-2015 的示例",
  },
  { input: "91350100m000100y43", right: true, en: "lower case", zh: "小写" },
  {
    input: firstOf(
      (number) => credit(`91110000${inner(number)}`),
      (code) => code.endsWith("0"),
    ),
    right: true,
    en: "check character 0",
    zh: "校验码为 0",
  },
  {
    input: firstOf(
      (number) => credit(`91110000${inner(number)}`),
      (code) => code.endsWith("Y"),
    ),
    right: true,
    en: "check character Y",
    zh: "校验码为 Y",
  },
  {
    input: credit(`N2110000${inner(1)}`),
    right: true,
    en: "rural collective, department N",
    zh: "农村集体经济组织，登记部门 N",
  },
  {
    input: `${credit(`91350211${organisation("M0000ABC")}`).slice(0, 17)}0`,
    right: true,
    en: "early code of Xiamen whose 18th character follows no rule",
    zh: "厦门早期代码，第 18 位不合规则但合法",
  },
  {
    input: `${credit(`91110000${inner(1)}`).slice(0, 17)}${credit(`91110000${inner(1)}`).endsWith("0") ? "1" : "0"}`,
    right: false,
    en: "wrong check character",
    zh: "校验码不符",
  },
  {
    input: credit(`91110000${inner(1).slice(0, 8)}${inner(1).endsWith("1") ? "2" : "1"}`),
    right: false,
    en: "wrong check character of the organisation code inside",
    zh: "内含组织机构代码的校验码不符",
  },
  {
    input: firstOf(
      (number) => resident(`11000019010203${String(number % 1000).padStart(3, "0")}`),
      (number) => credit(number.slice(0, 17)) === number,
    ),
    right: false,
    en: "a resident ID number that happens to pass the outer check",
    zh: "碰巧通过外层校验的身份证号码",
  },
  {
    input: `9135010I${organisation("M000100Y")}3`,
    right: false,
    en: "a letter in the region code",
    zh: "行政区划码含字母",
  },
  { input: "91350100M000100Y4", right: false, en: "17 characters", zh: "17 位" },
];

const PASSPORT: readonly Case[] = [
  { input: "E00000000", right: true, en: "ordinary e-passport", zh: "普通电子护照" },
  { input: "EA0000000", right: true, en: "ordinary e-passport since 2017", zh: "2017 年起的普通电子护照" },
  { input: "G00000000", right: true, en: "ordinary passport before", zh: "旧版普通护照" },
  { input: "PE0000000", right: true, en: "public affairs", zh: "公务普通护照" },
  { input: "SE0000000", right: true, en: "service", zh: "公务护照" },
  { input: "DE0000000", right: true, en: "diplomatic", zh: "外交护照" },
  { input: "EI0000000", right: false, en: "the letter I is not used", zh: "不使用字母 I" },
  { input: "E0000000", right: false, en: "a digit short", zh: "少一位" },
];

const MOBILE_NUMBER: readonly Case[] = [
  { input: "13800138000", right: true, en: "11 digits", zh: "11 位" },
  { input: "+8613800138000", right: true, en: "+86", zh: "+86" },
  { input: "008613800138000", right: true, en: "0086", zh: "0086" },
  { input: "8613800138000", right: true, en: "86 without a plus", zh: "86，无加号" },
  { input: "138 0013 8000", right: true, en: "spaces", zh: "空格" },
  { input: "+86 138-0013-8000", right: true, en: "spaces and hyphens", zh: "空格与连字符" },
  { input: "１３８００１３８０００", right: true, en: "full width", zh: "全角" },
  {
    input: "\u202d13800138000\u202c",
    right: true,
    en: "direction marks from a contact app",
    zh: "通讯录带出的方向控制符",
  },
  { input: "19200000000", right: true, en: "192, Broadnet since 2022", zh: "192 号段（广电，2022 年起）" },
  { input: "16600000000", right: true, en: "166", zh: "166 号段" },
  { input: "17100000000", right: true, en: "171, virtual operators", zh: "171 号段（虚拟运营商）" },
  { input: "16200000000", right: true, en: "162, virtual operators", zh: "162 号段（虚拟运营商）" },
  { input: "14900000000", right: true, en: "149", zh: "149 号段" },
  { input: "17400000000", right: true, en: "174, satellite telephones", zh: "174 号段（卫星电话）" },
  { input: "92800000000", right: false, en: "92 is reserved", zh: "92 为预留号段" },
  { input: "12800000000", right: false, en: "128 is no mobile number", zh: "128 不是移动号码" },
  { input: "1380013800", right: false, en: "10 digits", zh: "10 位" },
  {
    input: "1064800000000",
    right: true,
    en: "13 digits of a machine (a warning says so)",
    zh: "13 位物联网号码（给出警告）",
  },
  { input: "01088888888", right: false, en: "a landline of Beijing", zh: "北京固定电话" },
];

const PERMANENT_RESIDENT_CARD: readonly Case[] = [
  {
    input: "932682198501010017",
    right: true,
    en: "18 digits of 2023 (specimen)",
    zh: "2023 版 18 位（样证）",
  },
  {
    input: "CAN110081080310",
    right: true,
    en: "15 characters of 2017 (specimen)",
    zh: "2017 版 15 位（样证）",
  },
  { input: "932682198501010018", right: false, en: "wrong check character", zh: "校验码不符" },
];

const TRAVEL_PERMIT: readonly Case[] = [
  {
    input: "H00000000",
    right: true,
    en: "Hong Kong and Macau residents, lifetime number",
    zh: "港澳居民来往内地通行证，终身号",
  },
  { input: "H0000000001", right: true, en: "with the count of renewals", zh: "含换证次数" },
  { input: "HA0000000", right: true, en: "not Chinese citizens, since 2024", zh: "非中国籍，2024 年起" },
  {
    input: "00000000",
    right: true,
    en: "Taiwan residents, lifetime number",
    zh: "台湾居民来往大陆通行证，终身号",
  },
  {
    input: "0000000001(B)",
    right: true,
    en: "Taiwan residents, before 2008",
    zh: "台湾居民来往大陆通行证，2008 年以前",
  },
];

const ORGANISATION_CODE: readonly Case[] = [
  { input: "D2143569-X", right: true, en: "printed example of GB 11714-1997", zh: "GB 11714-1997 的示例" },
  { input: "D2143569-1", right: false, en: "wrong check character", zh: "校验码不符" },
];

const REGISTRATION_NUMBER: readonly Case[] = [
  { input: "110108000000016", right: true, en: "GS 15-2006, MOD 11,10", zh: "GS 15-2006，MOD 11,10" },
  { input: "110108000000017", right: false, en: "wrong check digit", zh: "校验码不符" },
];

const LANDLINE_NUMBER: readonly Case[] = [
  { input: "010-62000000", right: true, en: "area code 010 and a hyphen", zh: "区号 010 加连字符" },
  { input: "95588", right: true, en: "a service", zh: "服务号码" },
  { input: "4000000000", right: true, en: "a 400 number", zh: "400 号码" },
  { input: "62000000", right: false, en: "without an area code: names no line", zh: "无区号，不能确定线路" },
  { input: "010-12000000", right: false, en: "no subscriber starts with 1", zh: "用户号码不以 1 开头" },
];

/** What the libraries are asked about, in the order of the page. */
export const CASES: Partial<Readonly<Record<Topic, readonly Case[]>>> = {
  "resident-id": RESIDENT_ID,
  "legacy-resident-id": LEGACY_RESIDENT_ID,
  "permanent-resident-card": PERMANENT_RESIDENT_CARD,
  "travel-permit": TRAVEL_PERMIT,
  passport: PASSPORT,
  "credit-code": CREDIT_CODE,
  "organisation-code": ORGANISATION_CODE,
  "registration-number": REGISTRATION_NUMBER,
  "mobile-number": MOBILE_NUMBER,
  "landline-number": LANDLINE_NUMBER,
};
