import { createHash, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ConsentRecord } from "./record.ts";
import { definePurpose } from "./purpose.ts";
import { register, SUBJECT } from "./test-support/community.ts";
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
    const log = await store.read("consent");
    const records = log.map(({ value }) => JSON.parse(value) as ConsentRecord);

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

    expect(segment(record.receipt, 1)).toEqual({
      iss: "example.community",
      sub: record.subject,
      jti: record.id,
      iat: Date.parse("2026-11-22T12:00:00+08:00") / 1000,
      cr: {
        schema: "shiming-consent-record/1",
        record_hash: record.hash,
        purpose: "register",
        event: "given",
        granted: ["mobile-number", "gender"],
        refused: ["contacts"],
        notice: record.notice,
        basis: { article: "13.1" },
        actor: "subject",
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
