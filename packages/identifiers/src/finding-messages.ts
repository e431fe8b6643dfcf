import type { FindingCode } from "./finding-codes.ts";

/** One sentence for people, in English and in Chinese. */
export interface FindingMessage {
  readonly en: string;
  readonly zh: string;
}

/**
 * What each finding means. None holds a value. No kind imports this table, so that a bundle without messages has none.
 */
export const findingMessages: Readonly<Record<FindingCode, FindingMessage>> = {
  NOT_A_STRING: { en: "The input is not text.", zh: "输入不是文本。" },
  CHARACTER_FULL_WIDTH: {
    en: "A full-width digit, letter or sign stands for the ASCII one.",
    zh: "用了全角的数字、字母或符号。",
  },
  CHARACTER_LOOKALIKE: {
    en: "A character that only looks like X stands for it.",
    zh: "用了形似 X 的字符代替 X。",
  },
  CHARACTER_SEPARATOR: { en: "There is a space, line break or hyphen.", zh: "含有空格、换行或连字符。" },
  CHARACTER_INVISIBLE: { en: "There is an invisible mark.", zh: "含有不可见字符。" },
  REGION_UNKNOWN: {
    en: "The region code is not known: new, of a special zone, or mistyped.",
    zh: "行政区划代码不在已知范围内：可能是新代码、特殊区域代码或输入有误。",
  },

  RESIDENT_ID_LENGTH: {
    en: "A resident ID has 18 characters.",
    zh: "公民身份号码应为 18 位。",
  },
  RESIDENT_ID_CHARACTER: {
    en: "Only digits may stand here, and X in the last of 18 places.",
    zh: "此处只能是数字，18 位号码的末位还可以是 X。",
  },
  RESIDENT_ID_PROVINCE: {
    en: "No number is given with these first two digits.",
    zh: "没有以这两位数字开头的号码。",
  },
  RESIDENT_ID_PERMIT_REGION: {
    en: "A residence permit starts with exactly 810000, 820000 or 830000.",
    zh: "居住证号码的前六位只能是 810000、820000 或 830000。",
  },
  RESIDENT_ID_DATE: { en: "There is no such birth date in the calendar.", zh: "出生日期在日历中不存在。" },
  RESIDENT_ID_DATE_EARLY: { en: "The birth date is before 1800.", zh: "出生日期早于 1800 年。" },
  RESIDENT_ID_DATE_FUTURE: { en: "The birth date is still to come.", zh: "出生日期晚于当日。" },
  RESIDENT_ID_CHECK: {
    en: "The check character does not fit: something is mistyped.",
    zh: "校验码不符，号码输入有误。",
  },
  LEGACY_RESIDENT_ID_LENGTH: {
    en: "A legacy resident ID has 15 digits.",
    zh: "旧公民身份号码应为 15 位数字。",
  },

  PR_CARD_LENGTH: {
    en: "The number of a permanent resident's card has 18 or 15 characters.",
    zh: "永久居留身份证号码应为 18 位或 15 位。",
  },
  PR_CARD_CHARACTER: {
    en: "This character cannot stand here: 18 places start with 9, 15 with three letters.",
    zh: "此处字符有误：18 位号码以 9 开头，15 位号码以三个字母开头。",
  },
  PR_CARD_PROVINCE: {
    en: "The second and third digit are no province.",
    zh: "第二、三位不是省级行政区划代码。",
  },
  PR_CARD_DATE: { en: "There is no such birth date in the calendar.", zh: "出生日期在日历中不存在。" },
  PR_CARD_DATE_EARLY: { en: "The birth date is before 1800.", zh: "出生日期早于 1800 年。" },
  PR_CARD_DATE_FUTURE: { en: "The birth date is still to come.", zh: "出生日期晚于当日。" },
  PR_CARD_CHECK: {
    en: "The check character does not fit: something is mistyped.",
    zh: "校验码不符，号码输入有误。",
  },
  PR_CARD_NATIONALITY_UNKNOWN: {
    en: "The nationality is China's own, or none that is known.",
    zh: "国籍代码为中国的代码，或不在已知范围内。",
  },
  PR_CARD_STATELESS: {
    en: "The nationality is 000, which may stand for a stateless person.",
    zh: "国籍代码为 000，可能表示无国籍人士。",
  },

  MAINLAND_PERMIT_LENGTH: {
    en: "The number of a mainland travel permit has 9 characters, or 11 with the count of renewals.",
    zh: "港澳居民来往内地通行证号码应为 9 位，带换证次数时为 11 位。",
  },
  MAINLAND_PERMIT_CHARACTER: {
    en: "This character cannot stand here: the number starts with H or M, or with HA or MA, and goes on with digits.",
    zh: "此处字符有误：号码以 H、M 或 HA、MA 开头，其后为数字。",
  },
  TAIWAN_PERMIT_LENGTH: {
    en: "The number of a Taiwan travel permit has 8 digits, an old one 10 and a letter in brackets.",
    zh: "台湾居民来往大陆通行证号码应为 8 位数字，旧号码为 10 位数字加括号内的字母。",
  },
  TAIWAN_PERMIT_CHARACTER: { en: "This character cannot stand here.", zh: "此处字符有误。" },
  PASSPORT_LENGTH: {
    en: "The number of a Chinese passport has 8 or 9 characters.",
    zh: "中国护照号码应为 8 位或 9 位。",
  },
  PASSPORT_CHARACTER: {
    en: "This character cannot stand here: Chinese passports start with certain letters or 14 or 15, and go on with digits.",
    zh: "此处字符有误：中国护照号码以特定字母或 14、15 开头，其后为数字。",
  },

  USCC_LENGTH: { en: "A unified social credit code has 18 characters.", zh: "统一社会信用代码应为 18 位。" },
  USCC_CHARACTER: {
    en: "This character cannot stand here; I, O, Z, S and V never can.",
    zh: "此处字符有误；代码不使用字母 I、O、Z、S、V。",
  },
  USCC_ORGANISATION_CHECK: {
    en: "The check character of the organisation code inside (the 17th) does not fit.",
    zh: "其中组织机构代码的校验码（第 17 位）不符。",
  },
  USCC_CHECK: { en: "The check character (the 18th) does not fit.", zh: "校验码（第 18 位）不符。" },
  USCC_CHECK_NONCONFORMING_PILOT: {
    en: "The check character does not fit, as in legal early codes of Fujian and Xiamen.",
    zh: "校验码不符，福建、厦门早期的合法代码有此情况。",
  },
  USCC_DEPARTMENT_UNKNOWN: {
    en: "The registering department is not in our table.",
    zh: "登记管理部门代码不在已知范围内。",
  },
  USCC_CATEGORY_UNKNOWN: {
    en: "The category is not in our table for this department.",
    zh: "机构类别代码不在该部门的已知范围内。",
  },
  USCC_ORGANISATION_USER_DEFINED: {
    en: "The organisation code inside is one that users define for themselves, PDY00001 to PDY99999.",
    zh: "其中的组织机构代码属于单位自定义代码（PDY00001 至 PDY99999）。",
  },

  ORGANISATION_CODE_LENGTH: {
    en: "An organisation code has 9 characters, without its hyphen.",
    zh: "组织机构代码应为 9 位（不计连字符）。",
  },
  ORGANISATION_CODE_CHARACTER: {
    en: "Only digits and letters may stand here, and in the last place a digit or X.",
    zh: "此处只能是数字或字母，末位只能是数字或 X。",
  },
  ORGANISATION_CODE_CHECK: {
    en: "The check character does not fit: something is mistyped.",
    zh: "校验码不符，代码输入有误。",
  },
  ORGANISATION_CODE_USER_DEFINED: {
    en: "The code is one that users define for themselves, PDY00001 to PDY99999.",
    zh: "代码属于单位自定义代码（PDY00001 至 PDY99999）。",
  },
  REGISTRATION_LENGTH: {
    en: "A business registration number has 15 digits.",
    zh: "工商注册号应为 15 位数字。",
  },
  REGISTRATION_CHARACTER: { en: "Only digits may stand here.", zh: "此处只能是数字。" },
  REGISTRATION_CHECK: {
    en: "The check digit does not fit: something is mistyped.",
    zh: "校验码不符，注册号输入有误。",
  },
  TAXPAYER_LENGTH: {
    en: "A taxpayer number has 10, 11, 13, 15, 17, 18 or 20 characters.",
    zh: "纳税人识别号应为 10、11、13、15、17、18 或 20 位。",
  },
  TAXPAYER_CHARACTER: { en: "Only digits and letters may stand here.", zh: "此处只能是数字或字母。" },
  TAXPAYER_CHECK: {
    en: "No credit code, organisation code, resident ID or other document of this length is right.",
    zh: "不是该长度下正确的统一社会信用代码、组织机构代码、身份号码或其他证件号码。",
  },

  MOBILE_LENGTH: {
    en: "A mobile number has 11 digits, that of a machine 13.",
    zh: "手机号码应为 11 位数字，物联网号码为 13 位。",
  },
  MOBILE_CHARACTER: { en: "Only digits may stand here.", zh: "此处只能是数字。" },
  MOBILE_COUNTRY: { en: "The country code is not 86.", zh: "国家代码不是 86。" },
  MOBILE_PREFIX: { en: "A mobile number starts with 13 to 19.", zh: "手机号码应以 13 至 19 开头。" },
  MOBILE_IOT: { en: "The number is that of a machine.", zh: "该号码是物联网或机器通信号码。" },
  MOBILE_SEGMENT_UNASSIGNED: {
    en: "The segment is not known to be in use; new ones come every year.",
    zh: "号段未知是否启用；每年都有新号段。",
  },
  LANDLINE_LENGTH: {
    en: "A landline number has 3 to 12 digits, and not the area code alone.",
    zh: "固定电话号码应为 3 至 12 位数字，且不能只有区号。",
  },
  LANDLINE_CHARACTER: { en: "Only digits may stand here.", zh: "此处只能是数字。" },
  LANDLINE_COUNTRY: { en: "The country code is not 86.", zh: "国家代码不是 86。" },
  LANDLINE_AREA: { en: "The area code is missing, or is none.", zh: "缺少区号，或不是区号。" },
  LANDLINE_SUBSCRIBER: {
    en: "Behind the area code are neither 7 or 8 digits that start with 2 to 8 nor a service number.",
    zh: "区号之后应为以 2 至 8 开头的 7 位或 8 位号码，或服务号码。",
  },

  NAME_LENGTH: { en: "A name has 1 to 100 characters.", zh: "姓名应为 1 至 100 个字符。" },
  NAME_CHARACTER: {
    en: "Names hold no such character: Han or Latin letters and what parts them.",
    zh: "姓名中不能有此字符，只能是汉字或拉丁字母及其分隔符号。",
  },
  NAME_RADICAL: {
    en: "This is a radical that only looks like the character, as copied from a PDF.",
    zh: "这是形似汉字的部首字符，常见于从 PDF 复制的文字。",
  },
  NAME_SEPARATOR_PLACE: {
    en: "A dot, space, hyphen, apostrophe, comma or full stop has nothing to part here.",
    zh: "此处的间隔号、空格、连字符、撇号、逗号或句点前后没有可分隔的文字。",
  },
  NAME_PUNCTUATION_VARIANT: {
    en: "A look-alike was read as the middle dot U+00B7, or as the apostrophe.",
    zh: "形似字符已按间隔号 U+00B7 或撇号读取。",
  },
  NAME_OBSOLETE_CODE: {
    en: "This is U+E863, the old private-use code of 䶮: U+4DAE may be meant.",
    zh: "这是“䶮”的旧专用区编码 U+E863，应为 U+4DAE。",
  },
  NAME_ONE_CHARACTER: { en: "The name is one character alone.", zh: "姓名只有一个字符。" },
  NAME_LONG: {
    en: "The name has more than 50 characters, and not every field has room for it.",
    zh: "姓名超过 50 个字符，有的姓名栏可能容纳不下。",
  },
  NAME_SCRIPT_MIXED: { en: "Han and Latin are mixed in one name.", zh: "姓名中混用了汉字与拉丁字母。" },
};
