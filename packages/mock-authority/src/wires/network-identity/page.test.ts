import { expect, it } from "vitest";
import type { PersonPersona } from "../../personas/people.ts";
import { clientResult } from "./client-result.ts";
import { approvalPage, resultPage } from "./page.ts";

const HOSTILE = `"><img src=x onerror=alert(1)>`;
const request = { orgID: HOSTILE, appID: HOSTILE, bizSeq: HOSTILE, type: "1" } as const;
const person: PersonPersona = {
  id: HOSTILE,
  kind: "person",
  story: "",
  name: HOSTILE,
  idNumber: "",
  recorded: true,
  networkIdentity: { state: "active", password: "" },
};

it("escapes every value on the approval page", () => {
  const { body } = approvalPage({ request, holders: [person], action: HOSTILE });
  expect(body).not.toContain("<img");
  expect(body.match(/&lt;img/g)).toHaveLength(8);
});

it("escapes every value on the result page", () => {
  const { body } = resultPage(
    clientResult("C0000000", { idCardAuthData: HOSTILE, certPwdData: HOSTILE }),
    200,
  );
  expect(body).not.toContain("<img");
  expect(body.match(/&lt;img/g)).toHaveLength(2);
});

it("labels every control", () => {
  const { body } = approvalPage({ request, holders: [person], action: "/app" });
  for (const id of ["persona", "password"]) {
    expect(body).toContain(`<label for="${id}">`);
    expect(body).toContain(`id="${id}"`);
  }
});
