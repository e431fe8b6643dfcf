import { createConsent, defineApp, definePurpose } from "@shiming/consent";
import { openSqliteStore } from "@shiming/store-sqlite";
import { APP_ID, keys } from "./ledger-keys.ts";

// Writes decisions of many people, several at a time, and prints `r` and the id of each record once it is acknowledged,
// and `w` and the same id once its withdrawal is; until somebody kills it. Run by kill-loop.ts.

const PEOPLE = 40;
const AT_ONCE = 8;

const text = (word: string) => ({ en: word, zh: word });
const app = defineApp({
  id: APP_ID,
  type: "online-community",
  name: text("Killed"),
  handler: { name: text("Example Ltd"), contact: "privacy@example.com" },
});
const purpose = definePurpose({
  id: "register",
  title: text("Open an account"),
  why: text("To reach you."),
  required: ["mobile-number"],
  basis: { article: "13.1" },
  retention: text("until the account is closed"),
});
const [path = ""] = process.argv.slice(2);
const consent = createConsent({ app, keys, store: openSqliteStore({ path }) });
const notice = consent.notice(purpose, "zh");

async function write(person: number): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const subject = `account-${(person + turn * AT_ONCE) % PEOPLE}`;
    // oxlint-disable-next-line no-await-in-loop -- each is acknowledged before the next
    const { id } = await consent.record({ purpose, subject, notice, decision: "given" });
    process.stdout.write(`r ${id}\n`);
    if (turn % 3 !== 2) continue;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await consent.withdraw(id);
    process.stdout.write(`w ${id}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, (_, person) => write(person)));
