import type { SeededRandom } from "../../seeded-random.ts";

/** Opaque data as the official app hands it out: 96 bytes in base64, meaning nothing outside this mock. */
export function issueOpaqueData(random: SeededRandom): string {
  return Buffer.from(`${random.next()}${random.next()}${random.next()}`, "hex").toString("base64");
}
