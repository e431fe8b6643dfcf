import type { SourceText } from "./rule-results.ts";

/** Words of the data file that name no published text. */
const WORDS_ZH: Readonly<Record<string, string>> = {
  "own design rule": "本产品的设计规则",
  "review of public consent-check code": "对公开的同意检查代码的审阅",
  "review of public checkers": "对公开检查工具的审阅",
  "review of public SDKs": "对公开 SDK 的审阅",
  "enforcement notices and app-store rejections": "执法通报与应用商店退回",
};

/** Where a rule comes from, in words of the page's language. */
export function ruleSource(source: string, language: "en" | "zh", texts: readonly SourceText[]): string {
  // The data file names the 2019 Method by a key of its own.
  const named = source.replace("SRC-METHOD-2019", "国信办秘字〔2019〕191号");
  if (language === "en") return named;
  const laws = texts
    .filter(({ id }) => !id.startsWith("MIIT"))
    .map(({ id, nameZh }) => [id, `《${nameZh}》`] as const);
  return [...laws, ...Object.entries(WORDS_ZH), ["MIIT ", ""] as const].reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    named,
  );
}
