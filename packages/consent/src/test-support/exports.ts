import type { ExportFacts, KantaraFacts } from "../export/export-facts.ts";
import type { Notice } from "../notice.ts";
import type { ConsentRecord } from "../record.ts";
import { community, register } from "./community.ts";
import { recordsIn } from "./ledger.ts";
import { decide, service } from "./services.ts";

const { consent } = service();
/** The English notice of `register`. */
export const notice: Notice = consent.notice(register, "en");
/** What the formats want to know of `register`. */
export const facts: KantaraFacts & ExportFacts = {
  app: community,
  purpose: register,
  notice,
  controller: {
    address: { streetAddress: "1 Example Road", addressCountry: "CN" },
    email: "privacy@example.com",
    phone: "+86 10 0000 0000",
  },
  policyUrl: "https://example.com/privacy",
  storageLocations: ["CN", "SG"],
};
/** Agreed to, also to contacts. */
export const given = (): Promise<ConsentRecord> =>
  decide(service().consent, register, { notice, optional: ["contacts"] });

/** Agreed to, also to contacts, and withdrawn. */
export async function withdrawn(): Promise<ConsentRecord> {
  const { consent: fresh, store } = service();
  const { id } = await decide(fresh, register, { notice, optional: ["contacts"] });
  await fresh.withdraw(id);
  const last = (await recordsIn(store)).at(-1);
  if (last === undefined) throw new Error("nothing was written");
  return last;
}

/** The same by force of a law. */
export const withBasis = (record: ConsentRecord): ConsentRecord => ({
  ...record,
  basis: { article: "13.3", legalRef: "CSL 26" },
});
