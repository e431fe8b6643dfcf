import {
  creditCode,
  type IdentifierKind,
  type IdentifierName,
  landlineNumber,
  legacyResidentId,
  mainlandTravelPermit,
  mobileNumber,
  organisationCode,
  passport,
  permanentResidentCard,
  personName,
  registrationNumber,
  residencePermit,
  residentId,
  taiwanTravelPermit,
  taxpayerNumber,
} from "../packages/identifiers/src/index.ts";

/** What the pages say of a kind; what the code can say itself is not here. */
export interface KindPage {
  readonly kind: IdentifierKind<object>;
  readonly en: string;
  readonly zh: string;
  /** A valid input to show: printed example, specimen, or a number of nobody. */
  readonly sample: string;
}

export const KIND_PAGES: Readonly<Record<IdentifierName, KindPage>> = {
  residentId: {
    kind: residentId,
    en: "resident ID number, GB 11643-1999; residence permits too",
    zh: "公民身份号码，GB 11643-1999；含居住证",
    sample: "11010519491231002x",
  },
  legacyResidentId: {
    kind: legacyResidentId,
    en: "the same with 15 digits, GB 11643-1989",
    zh: "15 位的公民身份号码，GB 11643-1989",
    sample: "110105491231002",
  },
  residencePermit: {
    kind: residencePermit,
    en: "residence permits for Hong Kong, Macau and Taiwan, 国办发〔2018〕81号",
    zh: "港澳台居民居住证，国办发〔2018〕81号",
    sample: "810000199408230021",
  },
  permanentResidentCard: {
    kind: permanentResidentCard,
    en: "foreign permanent resident's card, 18 digits of 2023 or 15 characters before",
    zh: "外国人永久居留身份证，2023 版 18 位或此前 15 位",
    sample: "932682198501010017",
  },
  mainlandTravelPermit: {
    kind: mainlandTravelPermit,
    en: "mainland travel permit for residents of Hong Kong and Macau, HA and MA of 2024 too",
    zh: "港澳居民来往内地通行证，含 2024 年的 HA、MA",
    sample: "H0000000001",
  },
  taiwanTravelPermit: {
    kind: taiwanTravelPermit,
    en: "mainland travel permit for residents of Taiwan",
    zh: "台湾居民来往大陆通行证",
    sample: "0000000001(B)",
  },
  passport: {
    kind: passport,
    en: "Chinese passports, Hong Kong and Macau too",
    zh: "中国护照，含香港、澳门特区护照",
    sample: "EA0000000",
  },
  creditCode: {
    kind: creditCode,
    en: "unified social credit code, GB 32100-2015",
    zh: "统一社会信用代码，GB 32100-2015",
    sample: "91350100m000100y43",
  },
  organisationCode: {
    kind: organisationCode,
    en: "organisation code, GB 11714-1997",
    zh: "组织机构代码，GB 11714-1997",
    sample: "D2143569-X",
  },
  registrationNumber: {
    kind: registrationNumber,
    en: "business registration number of 15 digits, GS 15-2006",
    zh: "工商注册号（15 位），GS 15-2006",
    sample: "110108000000016",
  },
  taxpayerNumber: {
    kind: taxpayerNumber,
    en: "taxpayer number, State Taxation Administration announcement 2015 no. 66",
    zh: "纳税人识别号，国家税务总局公告 2015 年第 66 号",
    sample: "91350100M000100Y43",
  },
  mobileNumber: {
    kind: mobileNumber,
    en: "mobile number, machine and satellite numbers too",
    zh: "手机号码，含物联网与卫星号码",
    sample: "+86 138 0013 8000",
  },
  landlineNumber: {
    kind: landlineNumber,
    en: "landline, service, 400 and 800 numbers",
    zh: "固定电话、服务号码、400 与 800 号码",
    sample: "+86 (10) 6234-5678",
  },
  personName: {
    kind: personName,
    en: "name on an identity document, Han or Latin",
    zh: "证件上的姓名，汉字或拉丁字母",
    sample: "某某•某一",
  },
};
