import { type Case, CASES, type Topic } from "./cases.ts";
import { LIBRARIES, type Library } from "./libraries.ts";
import { type Language, TEXTS, TOPICS } from "./texts.ts";

/** The comparison page, written from the answers that the libraries give right now. */
export function comparisonPage(language: Language): string {
  const { title, other, introduction, offers, legend, score } = TEXTS[language];
  const sections = topicsWithCases().map((topic) => section(topic, language));
  return [
    `# ${title}`,
    other,
    ...introduction,
    `## ${offers}`,
    offersTable(language),
    legend,
    ...sections,
    `## ${score}`,
    scoreTable(language),
  ]
    .join("\n\n")
    .concat("\n");
}

// Object.keys forgets the key type of the tables.
const topicsWithCases = (): readonly Topic[] => Object.keys(CASES) as readonly Topic[];
const allTopics = (): readonly Topic[] => Object.keys(TOPICS) as readonly Topic[];

function offersTable(language: Language): string {
  const rows = allTopics().map((topic) => [
    TOPICS[topic][language],
    ...LIBRARIES.map(({ asks }) => (topic in asks ? "✓" : "")),
  ]);
  return table(["", ...LIBRARIES.map(({ name }) => name)], rows);
}

function section(topic: Topic, language: Language): string {
  const asked = LIBRARIES.filter(({ asks }) => topic in asks);
  const { input, right } = TEXTS[language].columns;
  const rows = (CASES[topic] ?? []).map((one) => [
    code(one.input),
    one[language],
    TEXTS[language].answers[one.right ? "valid" : "invalid"],
    ...asked.map((library) => judged(library, topic, one)),
  ]);
  return `## ${TOPICS[topic][language]}\n\n${table([input, "", right, ...asked.map(({ name }) => name)], rows)}`;
}

function judged(library: Library, topic: Topic, one: Case): string {
  return isRight(library, topic, one) ? "✓" : "**✗**";
}

function isRight({ asks }: Library, topic: Topic, { input, right }: Case): boolean {
  return asks[topic]?.(input) === right;
}

/** Of the questions in a field that a library offers, how many it answers right. */
function scoreTable(language: Language): string {
  const rows = LIBRARIES.map((library) => [
    library.name,
    ...topicsWithCases().map((topic) => {
      if (!(topic in library.asks)) return "";
      const cases = CASES[topic] ?? [];
      return `${cases.filter((one) => isRight(library, topic, one)).length} / ${cases.length}`;
    }),
  ]);
  return table(["", ...topicsWithCases().map((topic) => TOPICS[topic][language])], rows);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Invisible characters are written as escapes, or the reader would see nothing of them. */
function code(text: string): string {
  const visible = text.replaceAll(/\p{Cf}/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return `\`${visible}\``;
}
