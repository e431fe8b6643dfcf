/** What a rule asks and where it is written. */
export interface Rule {
  readonly title: string;
  /** METHOD is App违法违规收集使用个人信息行为认定方法, DRAFT the consultation draft of 2026-01-10. */
  readonly source: string;
}

/** Id of a rule; the letters and numbers are those of the groups of METHOD and the notices. */
export type RuleId =
  | "IC-2-1"
  | "IC-2-3"
  | "IC-3-1"
  | "IC-4-1"
  | "EX-18"
  | "EX-20"
  | "MN-03"
  | "MN-04"
  | "GF-03"
  | "GF-07"
  | "GF-10"
  | "DR-01"
  | "DR-02"
  | "DR-03"
  | "PG-01"
  | "PG-02";

/** The rules that declarations are checked by. `PG` rules are this command's own. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  "IC-2-1": {
    title: "Every purpose and every item is listed, those of embedded code included",
    source: "METHOD 2.1; PIPL 17; NDSR 21",
  },
  "IC-2-3": { title: "The purpose is told at the moment of asking", source: "METHOD 2.3" },
  "IC-3-1": { title: "Nothing is read before consent", source: "METHOD 3.1; PIPL 13, 14" },
  "IC-4-1": { title: "Every permission belongs to an existing function", source: "METHOD 4.1; PIPL 6" },
  "EX-18": { title: "The impact assessment is on file", source: "PIPL 55, 56" },
  "EX-20": { title: "The notice says all that it must", source: "PIPL 17, 30; NDSR 21" },
  "MN-03": {
    title: "The app does not start itself",
    source: "信管函〔2023〕26号 item 6; 信管函〔2021〕292号",
  },
  "MN-04": { title: "Embedded code is registered and assessed", source: "信管函〔2023〕26号 items 7 to 9" },
  "GF-03": { title: "Nothing starts before the app can ask", source: "engineering practice" },
  "GF-07": { title: "The list of installed apps is left alone", source: "engineering practice" },
  "GF-10": {
    title: "Necessary information grants no device permission",
    source: "engineering practice; 国信办秘字〔2021〕14号 5",
  },
  "DR-01": { title: "Camera and microphone only in active use", source: "DRAFT, not in force" },
  "DR-02": { title: "No location in the background without need", source: "DRAFT, not in force" },
  "DR-03": { title: "The system's picker instead of a permission", source: "DRAFT, not in force" },
  "PG-01": { title: "The system offers a way without a permission", source: "PIPL 6; good practice" },
  "PG-02": { title: "A name that the catalogue does not know", source: "good practice" },
};
