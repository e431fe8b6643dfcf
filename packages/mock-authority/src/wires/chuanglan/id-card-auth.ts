import type { Action } from "./action.ts";
import { resultAnswer } from "./results.ts";

/** Name and resident ID number. Place of birth, age and gender, which the vendor adds, are left out. */
export const idCardAuth: Action = {
  name: "id-card-auth",
  path: "/api/v2/auth/idcard/id-card-auth",
  success: "000000",
  billing: "number",
  parameters: {
    name: { field: "name", form: "text" },
    idNum: { field: "id-document-number", form: "id-number" },
  },
  answer({ name, idNum = "" }, registry) {
    const person = registry.personByIdNumber(idNum);
    if (person === undefined) return resultAnswer("03");
    return resultAnswer(person.name === name ? "01" : "02");
  },
};
