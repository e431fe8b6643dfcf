import type { AtRunTime, Misuse, UnseenMisuse } from "../misuse.ts";

const NOT_OURS: AtRunTime = { refused: "CONSENT_REQUIRED", at: "id-document-number" };

/** A grant cannot be written by hand: the brand has no name outside the contract, and the guard knows its own. */
export const forgedGrants: readonly Misuse[] = [
  {
    name: "a grant written as an object",
    code: `return verifier.verify(person, { grant: { id: "1", purposeId: "sign-up", expiresAt: 9e15 } });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant written as an object, in a variable of the type",
    code: `
      const grant: ConsentGrant<"name" | "id-document-number"> = { id: "1", purposeId: "sign-up", expiresAt: 9e15 };
      return verifier.verify(person, { grant });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant copied part by part",
    code: `
      const { id, purposeId, expiresAt } = await grantOf("name", "id-document-number");
      return verifier.verify(person, { grant: { id, purposeId, expiresAt } });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant with a brand under a text of the same name",
    code: `
      const granted = { name: true, "id-document-number": true } as const;
      return verifier.verify(person, { grant: { granted, id: "1", purposeId: "sign-up", expiresAt: 9e15 } });`,
    error: "TS2353",
    mentions: "'granted' does not exist in type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant with a brand under a symbol of the same name",
    code: `
      const granted: unique symbol = Symbol("granted");
      const grant = { [granted]: { name: true, "id-document-number": true }, id: "1", purposeId: "sign-up", expiresAt: 9e15 } as const;
      return verifier.verify(person, { grant });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a class that says it is a grant",
    code: `
      class Mine implements ConsentGrant<"name" | "id-document-number"> {
        readonly id = "1";
        readonly purposeId = "sign-up";
        readonly expiresAt = 9e15;
      }
      return verifier.verify(person, { grant: Object.assign(await grantOf("name"), { mine: new Mine() }).mine as never });`,
    error: "TS2420",
    mentions: "Property '[granted]' is missing",
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "a part of a grant",
    code: `
      const whole = await grantOf("name", "id-document-number");
      const part: Pick<typeof whole, "id" | "purposeId" | "expiresAt"> = { ...whole };
      return verifier.verify(person, { grant: part });`,
    error: "TS2741",
    mentions: "Property '[granted]' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "the text of a grant, read again",
    code: `
      const read: unknown = JSON.parse(JSON.stringify(await grantOf("name", "id-document-number")));
      return verifier.verify(person, { grant: read });`,
    error: "TS2322",
    mentions: "'unknown' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "the id of a grant",
    code: `
      const { id } = await grantOf("name", "id-document-number");
      return verifier.verify(person, { grant: id });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant that was not waited for",
    code: `return verifier.verify(person, { grant: grantOf("name", "id-document-number") });`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a record in place of a grant",
    code: `return verifier.verify(person, { grant: record });`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a receipt in place of a grant",
    code: `return verifier.verify(person, { grant: record.receipt });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "a purpose in place of a grant",
    code: `return verifier.verify(person, { grant: signUp });`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "no grant",
    code: `return verifier.verify(person, {});`,
    error: "TS2741",
    mentions: "Property 'grant' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "no options",
    code: `return verifier.verify(person);`,
    error: "TS2554",
    mentions: "Expected 2 arguments, but got 1",
    atRunTime: { refused: "INVALID_INPUT", at: "options" },
  },
  {
    name: "a grant that may be undefined",
    code: `
      const grants = new Map([["someone-else", await grantOf("name", "id-document-number")]]);
      return verifier.verify(person, { grant: grants.get(SUBJECT) });`,
    error: "TS2322",
    mentions: "'undefined' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "null for a grant",
    code: `return verifier.verify(person, { grant: null });`,
    error: "TS2322",
    mentions: "'null' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "true for a grant",
    code: `return verifier.verify(person, { grant: true });`,
    error: "TS2322",
    mentions: "'boolean' is not assignable to type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
  {
    name: "the grant itself in place of the options",
    code: `return verifier.verify(person, await grantOf("name", "id-document-number"));`,
    error: "TS2741",
    mentions: "Property 'grant' is missing",
    atRunTime: NOT_OURS,
  },
  {
    name: "a list of grants",
    code: `return verifier.verify(person, { grant: [await grantOf("name"), await grantOf("id-document-number")] });`,
    error: "TS2739",
    mentions: "missing the following properties from type 'ConsentGrant<",
    atRunTime: NOT_OURS,
  },
];

/** What copies the type with the object. The guard goes by the object. */
export const copiedGrants: readonly UnseenMisuse[] = [
  {
    name: "a spread copy of a grant",
    code: `return verifier.verify(person, { grant: { ...(await grantOf("name", "id-document-number")) } });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant with a later end",
    code: `return verifier.verify(person, { grant: { ...(await grantOf("name", "id-document-number")), expiresAt: 9e15 } });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant assigned to another object",
    code: `return verifier.verify(person, { grant: Object.assign({}, await grantOf("name", "id-document-number")) });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a structured clone of a grant",
    code: `return verifier.verify(person, { grant: structuredClone(await grantOf("name", "id-document-number")) });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant that went through JSON, as any",
    code: `return verifier.verify(person, { grant: JSON.parse(JSON.stringify(await grantOf("name", "id-document-number"))) });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "an object that has a grant as its prototype",
    code: `return verifier.verify(person, { grant: Object.create(await grantOf("name", "id-document-number")) });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a proxy around a grant",
    code: `return verifier.verify(person, { grant: new Proxy(await grantOf("name", "id-document-number"), {}) });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant for less, cast to one for more",
    code: `
      const grant = (await grantOf("name")) as ConsentGrant<"name" | "id-document-number">;
      return verifier.verify(person, { grant });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant for less, through any",
    code: `
      const grant: any = await grantOf("name");
      return verifier.verify(person, { grant });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "an object cast to a grant",
    code: `return verifier.verify(person, { grant: { id: "1" } as unknown as ConsentGrant<"name" | "id-document-number"> });`,
    atRunTime: NOT_OURS,
  },
  {
    name: "a grant that is widened after it was made",
    code: `
      const grant: any = await grantOf("name");
      grant.purposeId = "of-2-name-id-document-number";
      return verifier.verify(person, { grant });`,
    atRunTime: { refused: "TypeError" },
  },
  {
    name: "a grant that has ended",
    code: `
      const grant = await grantOf("name", "id-document-number");
      clock.advance(5 * 60_000);
      return verifier.verify(person, { grant });`,
    atRunTime: { refused: "CONSENT_EXPIRED", at: "id-document-number" },
  },
];
