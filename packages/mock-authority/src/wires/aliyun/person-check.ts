import type { PersonalField } from "../../journal.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Answer, Values } from "./action.ts";
import type { Element, Elements, ParamType } from "./element.ts";
import { serverRefusal } from "./server-answer.ts";

type ElementName = keyof Elements;

const FIELDS: Readonly<Record<ElementName, PersonalField>> = {
  UserName: "name",
  IdentifyNum: "id-document-number",
  Mobile: "mobile-number",
};

/** What was sent of one element, ready to be held against a record. */
export interface Sent {
  /** Whether it is this recorded value. */
  is(recorded: string | undefined): boolean;
}

/** A check of a person: which elements it takes, and what it finds. */
export interface PersonCheck<Name extends ElementName> {
  readonly name: string;
  readonly elements: readonly Name[];
  readonly writings: Readonly<Record<ParamType, Elements>>;
  readonly find: (sent: Readonly<Record<Name, Sent>>, people: readonly PersonPersona[]) => Answer;
}

/** People on record. */
function recorded({ personas }: Registry): readonly PersonPersona[] {
  return personas.filter((persona) => persona.kind === "person").filter((person) => person.recorded);
}

function toSent(value: string, element: Element): Sent {
  return { is: (known) => known !== undefined && element.written(known) === value };
}

/** An action of 2019-03-07: parameters in the form, `Code` of its own with HTTP 200. */
export function personCheck<Name extends ElementName>({
  name,
  elements,
  writings,
  find,
}: PersonCheck<Name>): Action {
  const answer = (values: Values, registry: Registry): Answer => {
    const given = elements.map((element) => [element, values[element] ?? ""] as const);
    const { ParamType: paramType = "" } = values;
    if (paramType === "" || given.some(([, value]) => value === "")) return serverRefusal("400");
    if (paramType !== "normal" && paramType !== "md5") return serverRefusal("401");
    const writing = writings[paramType];
    if (given.some(([element, value]) => !writing[element].isWellFormed(value))) return serverRefusal("401");
    const sent = Object.fromEntries(
      given.map(([element, value]) => [element, toSent(value, writing[element])]),
    );
    // One entry was made for each of the elements, which are all of Name.
    return find(sent as Readonly<Record<Name, Sent>>, recorded(registry));
  };
  const fields = Object.fromEntries(elements.map((element) => [element, FIELDS[element]]));
  return { name, version: "2019-03-07", place: "form", fields, answer };
}
