import { createHash } from "node:crypto";
import type { Carrier, PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";

/** How the values of a request are written: as they are, or as the hex digest of the whole value. */
export type Writing = "plain" | "md5" | "sha256";

/** Writes a value of the records as a request would have it. */
export function written(value: string, writing: Writing): string {
  return writing === "plain" ? value : createHash(writing).update(value, "utf8").digest("hex");
}

/** The subscriber whose number, written like this, is in the request. */
export function subscriberOf(
  mobile: string,
  { writing, registry }: { writing: Writing; registry: Registry },
): PersonPersona | undefined {
  return registry.personas.find(
    (persona): persona is PersonPersona =>
      persona.kind === "person" &&
      persona.recorded &&
      persona.phone !== undefined &&
      written(persona.phone, writing) === mobile,
  );
}

/** Whoever is on record under an ID number, written like this. */
export function personOf(
  idNum: string,
  { writing, registry }: { writing: Writing; registry: Registry },
): PersonPersona | undefined {
  return registry.personas.find(
    (persona): persona is PersonPersona =>
      persona.kind === "person" && persona.recorded && written(persona.idNumber, writing) === idNum,
  );
}

const TYPES: Readonly<Record<Carrier, string>> = { 移动: "1", 联通: "2", 电信: "3" };

/** The vendor's number of a carrier. */
export function carrierType({ carrier }: PersonPersona): string {
  return carrier === undefined ? "" : TYPES[carrier];
}
