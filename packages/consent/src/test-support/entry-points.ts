/** Everything that a host can call on a consent service, each called by somebody to whom nobody agreed. */
import type { ConsentGrant, Field } from "@shiming/contract";
import type { Consent } from "../consent.ts";
import { register, SUBJECT } from "./community.ts";

/** A mobile number that nobody has. */
export const VALUE = "16400000001";
const FORM = { "mobile-number": VALUE };

/** Made by hand, as a caller without types can. */
const FORGED = {
  id: "grant-1",
  purposeId: register.id,
  expiresAt: Infinity,
} as unknown as ConsentGrant<Field>;
const FACTS = {
  grantId: "grant-1",
  purposeId: register.id,
  subject: "x",
  recordId: "record-1",
  recordHash: "x",
};

type Attempt = (consent: Consent, read: () => string) => unknown;

/** One row for each method: a new one does not compile before it is here. */
export const ATTEMPTS: Readonly<Record<keyof Consent, Attempt>> = {
  notice: (consent) => consent.notice(register, "zh"),
  mayAsk: (consent) => consent.mayAsk(register, SUBJECT),
  record: (consent) => {
    const notice = { locale: "zh", hash: "forged" } as const;
    return consent.record({ purpose: register, subject: SUBJECT, notice, decision: "given" });
  },
  withdraw: (consent) => consent.withdraw("record-1"),
  grant: (consent) => consent.grant(register, SUBJECT),
  collect: (consent) => consent.collect(register, FORM, FORGED),
  seal: (consent) => consent.seal(register, SUBJECT, FORM).open("mobile-number", FORGED),
  source: (consent, read) => consent.source("mobile-number", read).read(FORGED),
  authorize: (consent) => consent.authorize(FORGED, { fields: ["mobile-number"], recipient: "acme" }),
  reconfirm: (consent) => consent.reconfirm(FACTS, { fields: ["mobile-number"], recipient: "acme" }),
};

/** Those that hand nothing out, whoever asks: words to show, and whether they may be shown. */
export const OPEN_TO_ALL: ReadonlySet<string> = new Set<keyof Consent>(["notice", "mayAsk", "collect"]);
