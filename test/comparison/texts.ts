import type { Topic } from "./cases.ts";

export type Language = "en" | "zh";

export const TOPICS: Readonly<Record<Topic, Readonly<Record<Language, string>>>> = {
  "resident-id": { en: "Resident ID number (18)", zh: "公民身份号码（18 位）" },
  "legacy-resident-id": { en: "Resident ID number (15)", zh: "公民身份号码（15 位）" },
  "permanent-resident-card": { en: "Permanent resident card", zh: "外国人永久居留身份证" },
  "travel-permit": { en: "Travel permits", zh: "来往内地（大陆）通行证" },
  passport: { en: "Chinese passports", zh: "中国护照" },
  "credit-code": { en: "Unified social credit code", zh: "统一社会信用代码" },
  "organisation-code": { en: "Organisation code", zh: "组织机构代码" },
  "registration-number": { en: "Business registration number (15)", zh: "工商注册号（15 位）" },
  "taxpayer-number": { en: "Taxpayer number", zh: "纳税人识别号" },
  "mobile-number": { en: "Mobile number", zh: "手机号码" },
  "landline-number": { en: "Landline number", zh: "固定电话" },
  "person-name": { en: "Person name", zh: "姓名" },
};

interface Texts {
  readonly title: string;
  readonly other: string;
  readonly introduction: readonly string[];
  readonly offers: string;
  readonly legend: string;
  readonly score: string;
  readonly columns: { readonly input: string; readonly right: string };
  readonly answers: { readonly valid: string; readonly invalid: string };
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    title: "Identifier checks, case by case",
    other: "[中文](identifier-comparison.zh-CN.md)",
    introduction: [
      "Written by `node --conditions=source scripts/compare-identifiers.ts`, which puts each input below to each library and " +
        "compares the answers; a check of this repository fails when the page no longer says what the libraries do. " +
        "Inputs are printed examples of the standards, specimens of the authorities, preset test data, or made for this " +
        "page: in ranges that nobody has, and round numbers where there is no such range. The reasons are in " +
        "[identifiers](../identifiers.md).",
      "Each library is called as its documentation shows, without options, in the strict reading where it has one. Where " +
        "an answer is a matter of policy (births before 1800), our policy is what is called right.",
    ],
    offers: "What each library offers",
    legend:
      "Below, ✓ is the right answer and ✗ the wrong one; libraries that do not offer a check are left out of its table.",
    score: "Right answers",
    columns: { input: "input", right: "right answer" },
    answers: { valid: "valid", invalid: "invalid" },
  },
  zh: {
    title: "证件号码校验逐例对比",
    other: "[English](identifier-comparison.md)",
    introduction: [
      "本页由 `node --conditions=source scripts/compare-identifiers.ts` 生成：脚本把下列每个输入交给每个库，并比较答案；" +
        "一旦本页与各库的实际行为不符，本仓库的检查就会失败。输入均为标准中的示例、主管部门公布的样证、预置测试数据，" +
        "或专为本页生成：凡有不属于任何人的区段即取自该区段，没有的则取整数号码。理由见[标识符](../identifiers.zh-CN.md)。",
      "各库均按其文档所示、不带选项调用；有严格模式的用严格模式。答案取决于政策之处（1800 年以前出生），以我们的政策为准。",
    ],
    offers: "各库提供的校验",
    legend: "下文中 ✓ 为正确，✗ 为错误；不提供该项校验的库不列入该表。",
    score: "正确数",
    columns: { input: "输入", right: "正确答案" },
    answers: { valid: "有效", invalid: "无效" },
  },
};
