/** Values by name: what was sent, or what a schema made of it. */
export type Form = Readonly<Record<string, unknown>>;

/** Whether members can be read from it. */
export function isForm(value: unknown): value is Form {
  return typeof value === "object" && value !== null;
}

/** Only these members, and only the form's own. */
export function chosenFrom(form: Form, names: Iterable<string>): Form {
  const chosen: Record<string, unknown> = {};
  for (const name of names) {
    if (Object.hasOwn(form, name)) chosen[name] = form[name];
  }
  return chosen;
}

/** What an object of somebody else's has there, if it is one and has it. */
export function memberOf(value: unknown, name: string): unknown {
  if (!isForm(value) && typeof value !== "function") return undefined;
  // Any object can be read by any name.
  return (value as Form)[name];
}
