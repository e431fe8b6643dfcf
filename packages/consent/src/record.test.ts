import { createHash, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type ConsentRecord,
  type ConsentRecordBody,
  purposeHash,
  receiptClaims,
  RECORD_SCHEMA,
} from "./record.ts";
import { definePurpose } from "./purpose.ts";
import { community, register, SUBJECT } from "./test-support/community.ts";
import { recordsIn } from "./test-support/ledger.ts";
import { decide, keys, service } from "./test-support/services.ts";

/** Written again here on purpose: what an auditor would do with nothing but the record. */
function hashOf({ hash: _hash, receipt: _receipt, ...body }: ConsentRecord): string {
  return createHash("sha256").update(canonical(body), "utf8").digest("base64url");
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

function segment(jws: string, index: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(jws.split(".")[index] ?? "", "base64url").toString()) as Record<
    string,
    unknown
  >;
}

async function verifies(jws: string): Promise<boolean> {
  const [header, payload, signature] = jws.split(".");
  const [jwk] = keys.jwks.keys;
  const key = await webcrypto.subtle.importKey(
    "jwk",
    { ...jwk, key_ops: ["verify"] } as webcrypto.JsonWebKey,
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["verify"],
  );
  return webcrypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    Buffer.from(signature ?? "", "base64url"),
    Buffer.from(`${header}.${payload}`),
  );
}

describe("the records of one person and purpose", () => {
  it("make a chain that an auditor can check: each hash is of its body, each names the one before", async () => {
    const { consent, store } = service();
    const given = await decide(consent, register, { optional: ["gender"] });
    await consent.withdraw(given.id);
    await decide(consent, register, { decision: "refused" });
    await decide(consent, register);
    const records = await recordsIn(store);

    expect(records.map((record) => record.event)).toEqual(["given", "withdrawn", "refused", "given"]);
    expect(records.map((record) => record.hash)).toEqual(records.map(hashOf));
    expect(records.map((record) => record.previous)).toEqual([
      undefined,
      ...records.slice(0, -1).map((record) => record.hash),
    ]);
  });

  it("do not mix with those of another purpose", async () => {
    const { consent } = service();
    await decide(consent, register);
    const other = definePurpose({ ...register, id: "other" });

    expect((await decide(consent, other)).previous).toBeUndefined();
  });

  it("cannot be changed without the hash showing it", async () => {
    const record = await decide(service().consent, register);

    expect(hashOf({ ...record, granted: ["mobile-number", "contacts"] })).not.toBe(record.hash);
    expect(hashOf({ ...record, actor: "guardian" })).not.toBe(record.hash);
  });
});

describe("a consent receipt", () => {
  it("is signed by the key that the public set names", async () => {
    const { receipt } = await decide(service().consent, register);

    expect(segment(receipt, 0)).toEqual({
      alg: "ES256",
      typ: "consent-receipt+jwt",
      kid: keys.jwks.keys[0]?.["kid"],
    });
    expect(await verifies(receipt)).toBe(true);
  });

  it("does not verify when one claim is changed", async () => {
    const { receipt } = await decide(service().consent, register);
    const [header, , signature] = receipt.split(".");
    const forged = Buffer.from(JSON.stringify({ ...segment(receipt, 1), sub: "other" })).toString(
      "base64url",
    );

    expect(await verifies(`${header}.${forged}.${signature}`)).toBe(false);
  });

  it("states the decision in codes and hashes", async () => {
    const { consent } = service();
    const first = await decide(consent, register, { decision: "refused" });
    const record = await decide(consent, register, { optional: ["gender"] });

    expect(segment(record.receipt, 1)).toMatchObject({
      iss: "example.community",
      sub: record.subject,
      jti: record.id,
      iat: Date.parse("2026-11-22T12:00:00+08:00") / 1000,
      cr: {
        schema: record.schema,
        record_id: record.id,
        record_hash: record.hash,
        notice: { hash: record.notice.hash, lang: "zh" },
        purposes: [{ id: "register" }],
        basis: { article: "13.1" },
        actor: { role: "subject" },
        event: { state: "given" },
        prev: first.hash,
        jurisdiction: "CN",
      },
    });
  });

  it("holds no subject in the clear, and the same person has one index", async () => {
    const { consent } = service();
    const subject = "16400000001";
    const { receipt, subject: index } = await decide(consent, register, { subject });

    expect(JSON.stringify([segment(receipt, 0), segment(receipt, 1)])).not.toContain(subject);
    expect(index).toBe(keys.blindIndex("consent-subject", subject));
    expect(index).not.toBe(keys.blindIndex("consent-subject", SUBJECT));
  });
});

/** The record of the withdrawal. */
async function withdraw(
  given: ConsentRecord,
  { consent, store }: ReturnType<typeof service>,
): Promise<ConsentRecord> {
  await consent.withdraw(given.id);
  const last = (await recordsIn(store)).at(-1);
  if (last === undefined) throw new Error("nothing was written");
  return last;
}

describe("a withdrawal", () => {
  it("says in its record and in its receipt what was withdrawn, each field once", async () => {
    const world = service();
    const record = await withdraw(await decide(world.consent, register, { optional: ["gender"] }), world);

    expect(record).toMatchObject({ granted: [], refused: ["mobile-number", "gender", "contacts"] });
    expect(segment(record.receipt, 1)).toMatchObject({
      cr: {
        data: [
          { field: "mobile-number", granted: false },
          { field: "gender", granted: false },
          { field: "contacts", granted: false },
        ],
        event: { state: "withdrawn" },
      },
    });
  });

  it("of a refusal names what was refused", async () => {
    const world = service();
    const record = await withdraw(await decide(world.consent, register, { decision: "refused" }), world);

    expect(record.refused).toEqual(["mobile-number", "contacts", "gender"]);
  });
});

describe("the claims of a receipt", () => {
  const body: ConsentRecordBody = {
    schema: RECORD_SCHEMA,
    id: "act-1",
    appId: community.id,
    purposeId: register.id,
    purposeVersion: 2,
    purposeHash: purposeHash(register),
    terms: "terms",
    recipientTerms: [],
    agreement: "act-1",
    subject: "index",
    event: "given",
    renews: true,
    kind: "separate",
    granted: ["mobile-number", "contacts"],
    refused: ["gender"],
    notice: { locale: "en", hash: "words" },
    basis: { article: "13.3", legalRef: "网络安全法 26" },
    actor: "guardian",
    ageBand: "under-14",
    act: { method: "button", uiVersion: "3" },
    recipients: ["acme"],
    at: "2026-11-22T04:00:00.000Z",
  };

  it("say which fields, how they are labelled, who receives them, for how long and how to withdraw", () => {
    expect(receiptClaims(body, "hash", { app: community, purpose: register }).cr).toMatchObject({
      purposes: [{ id: "register", version: 2, function: "basic" }],
      data: [
        { field: "mobile-number", sensitive: false, optional: false, granted: true },
        { field: "contacts", sensitive: true, optional: true, granted: true },
        { field: "gender", sensitive: false, optional: true, granted: false },
      ],
      basis: { article: "13.3", legal_ref: "网络安全法 26" },
      kind: "separate",
      actor: { role: "guardian", age_band: "under-14" },
      event: { state: "renewed", method: "button", ui_version: "3" },
      recipients: [{ id: "acme", name: "Acme", role: "processor", outside: false }],
      storage: { retention: "until the account is closed, then deleted" },
      withdrawal: { contact: "privacy@example.com" },
      rights: { contact: "privacy@example.com" },
    });
  });

  it("name only the recipients that the act covers, by their id where the purpose knows no more", () => {
    const { cr } = receiptClaims({ ...body, recipients: ["other"] }, "hash", {
      app: community,
      purpose: register,
    });

    expect(cr["recipients"]).toEqual([{ id: "other" }]);
  });

  it("tell the number of the impact assessment where there is one (PIPL 55)", () => {
    const purpose = { ...register, assessment: { id: "PIA-7", date: "2026-10-01" } };

    expect(receiptClaims(body, "hash", { app: community, purpose }).cr["pia"]).toEqual(purpose.assessment);
  });

  it("leave out what is not known, rather than guess", () => {
    const { ageBand: _band, ...less } = body;
    const { cr } = receiptClaims({ ...less, event: "withdrawn" }, "hash");

    expect(cr).not.toHaveProperty("storage");
    expect(cr).toMatchObject({
      data: [{ field: "mobile-number", granted: true }, { field: "contacts" }, { field: "gender" }],
      event: { state: "withdrawn", method: "button" },
      recipients: [{ id: "acme" }],
    });
    expect(cr["actor"]).toEqual({ role: "guardian" });
  });
});
