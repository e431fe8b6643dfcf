import { createHmac, createPublicKey, generateKeyPairSync, sign as signBytes } from "node:crypto";
import { fakeClock } from "@shiming/contract-tests";
import { generateKeys, signCompactJws } from "@shiming/consent";
import { createLocalJWKSet } from "jose/jwks/local";
import { jwtVerify } from "jose/jwt/verify";
import { describe, expect, it } from "vitest";
import { engine, keys, realName, RECEIPTS } from "./test-support/engine.ts";
import { YIYI } from "./test-support/people.ts";
import { verifyReceipt } from "./verify-receipt.ts";
import { NOON } from "./test-support/times.ts";

const YEAR = 365 * 86_400_000;
const clock = fakeClock();
const options = { ...RECEIPTS, jwks: keys.jwks, clock };

const made = await engine({ clock });
const { receipt = "" } = await made.verifier.verify(YIYI, { grant: made.grant });
const [header = "", payload = "", signature = ""] = receipt.split(".");

type Claims = Record<string, unknown>;

const read = (segment: string): Claims => JSON.parse(Buffer.from(segment, "base64url").toString()) as Claims;
const write = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const sign = async (
  claims: object,
  signer = keys.signer,
  typ = "verification-receipt+jwt",
): Promise<string> => signCompactJws(signer, typ, claims);
const reasonOf = async (token: string, other: object = {}): Promise<unknown> => {
  const checked = await verifyReceipt(token, { ...options, ...other });
  return checked.valid ? "valid" : checked.reason;
};

/** The public key in every form that a careless verifier might take for a shared secret. */
const publicForms = (): readonly (readonly [string, string | Uint8Array])[] => {
  const [jwk = {}] = keys.jwks.keys;
  const key = createPublicKey({ key: jwk, format: "jwk" });
  return [
    ["PEM", key.export({ format: "pem", type: "spki" }).toString()],
    ["DER", key.export({ format: "der", type: "spki" })],
    ["JWK", JSON.stringify(jwk)],
    ["x", Buffer.from(jwk["x"] ?? "", "base64url")],
  ];
};

describe("a receipt of ours", () => {
  it("holds until its last second, a year later", async () => {
    expect(await reasonOf(receipt)).toBe("valid");
    expect(await reasonOf(receipt, { clock: { now: () => NOON + YEAR - 1000 } })).toBe("valid");
    expect(await reasonOf(receipt, { clock: { now: () => NOON + YEAR } })).toBe("expired");
  });

  it("holds for as long as the app says", async () => {
    const short = await engine({ clock, receipts: { ...RECEIPTS, lifetimeMs: 60_000 } });
    const { receipt: brief = "" } = await short.verifier.verify(YIYI, { grant: short.grant });

    expect(await reasonOf(brief, { clock: { now: () => NOON + 59_000 } })).toBe("valid");
    expect(await reasonOf(brief, { clock: { now: () => NOON + 60_000 } })).toBe("expired");
  });

  it("holds among the keys of a set that has been rotated", async () => {
    const jwks = { keys: [...generateKeys().jwks.keys, ...keys.jwks.keys] };

    expect(await reasonOf(receipt, { jwks })).toBe("valid");
  });

  it("holds signed with EdDSA too", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const signed = async (bytes: Uint8Array): Promise<Uint8Array> => signBytes(null, bytes, privateKey);
    const signer = { alg: "EdDSA", kid: "ed", sign: signed } as const;
    const jwk = { ...publicKey.export({ format: "jwk" }), kid: "ed" };

    expect(await reasonOf(await sign(read(payload), signer), { jwks: { keys: [jwk] } })).toBe("valid");
  });
});

describe("a receipt is refused", () => {
  const forgeries: readonly (readonly [string, string, string])[] = [
    ["with the algorithm `none`", `${write({ ...read(header), alg: "none" })}.${payload}.`, "malformed"],
    ["without a signature", `${header}.${payload}.`, "bad-signature"],
    [
      "with one claim changed",
      `${header}.${write({ ...read(payload), sub: "x" })}.${signature}`,
      "bad-signature",
    ],
    ["with the signature of another", `${header}.${payload}.${"A".repeat(86)}`, "bad-signature"],
    ["with its parts in another order", `${payload}.${header}.${signature}`, "malformed"],
    ["as garbage", "garbage", "malformed"],
    ["as nothing", "", "malformed"],
    ["as three dots", "...", "malformed"],
    ["with a header that is no JSON", `e30x.${payload}.${signature}`, "malformed"],
    ["with a claims set that is no JSON", `${header}.AAAA.${signature}`, "bad-signature"],
    ["with a second token behind it", `${receipt}.${receipt}`, "malformed"],
    [
      "with a critical extension that nobody knows",
      `${write({ ...read(header), crit: ["x"], x: 1 })}.${payload}.${signature}`,
      "malformed",
    ],
    [
      "with a key id that there is not",
      `${write({ ...read(header), kid: "x" })}.${payload}.${signature}`,
      "wrong-key",
    ],
    [
      "with a key of its own in the header",
      `${write({ ...read(header), jwk: generateKeys().jwks.keys[0] })}.${payload}.${signature}`,
      "bad-signature",
    ],
  ];

  it.each(forgeries)("%s", async (_how, token, reason) => {
    expect(await reasonOf(token)).toBe(reason);
  });

  it.each(publicForms())("as HS256 with the public key (%s) for a secret", async (_form, secret) => {
    const input = `${write({ ...read(header), alg: "HS256" })}.${payload}`;
    const forged = `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;

    expect(await reasonOf(forged)).toBe("malformed");
  });

  it("as RS256, though the key is in the set", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const input = `${write({ ...read(header), alg: "RS256", kid: "rsa" })}.${payload}`;
    const token = `${input}.${signBytes("sha256", Buffer.from(input), privateKey).toString("base64url")}`;
    const jwks = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "rsa" }] };

    expect(await reasonOf(token, { jwks })).toBe("malformed");
  });

  it.each([
    ["another issuer", { iss: "https://other.example" }],
    ["another audience", { aud: "https://other.example" }],
    ["no audience", { aud: undefined }],
    ["no expiry", { exp: undefined }],
    ["no subject", { sub: undefined }],
    ["no verification", { verification: undefined }],
    ["no consent", { consent: undefined }],
    ["an expiry in words", { exp: "never" }],
  ])("with %s, though we signed it", async (_what, change) => {
    expect(await reasonOf(await sign({ ...read(payload), ...change }))).toBe("wrong-claim");
  });

  it("of another key under our key id", async () => {
    const forger = { ...generateKeys().signer, kid: keys.signer.kid };

    expect(await reasonOf(await sign(read(payload), forger))).toBe("bad-signature");
  });

  it("of another key", async () => {
    expect(await reasonOf(await sign(read(payload), generateKeys().signer))).toBe("wrong-key");
    expect(await reasonOf(receipt, { jwks: generateKeys().jwks })).toBe("wrong-key");
    expect(await reasonOf(receipt, { jwks: { keys: [] } })).toBe("wrong-key");
  });

  it.each(["JWT", "consent-receipt+jwt", "verification-receipt+jwt;x", ""])(
    "of another type, though we signed it: %j",
    async (typ) => {
      expect(await reasonOf(await sign(read(payload), keys.signer, typ))).toBe("wrong-claim");
    },
  );

  it("that is not a text at all", async () => {
    expect(await reasonOf(undefined as unknown as string)).toBe("malformed");
    expect(await reasonOf({ toString: () => receipt } as unknown as string)).toBe("malformed");
  });

  it("without a word of what was in it", async () => {
    const expired = await verifyReceipt(receipt, { ...options, clock: { now: () => NOON + 2 * YEAR } });

    expect(expired).toEqual({ valid: false, reason: "expired" });
  });
});

async function consentReceipt(): Promise<string> {
  const notice = made.consent.notice(realName, "zh");
  const record = await made.consent.record({
    purpose: realName,
    subject: "account-2",
    notice,
    decision: "given",
  });
  return record.receipt;
}

describe("a consent receipt", () => {
  it("verifies with the same public keys in any JOSE library", async () => {
    const { payload: claims, protectedHeader } = await jwtVerify(
      await consentReceipt(),
      createLocalJWKSet({ keys: keys.jwks.keys.map(({ kty = "", ...rest }) => ({ kty, ...rest })) }),
      {
        typ: "consent-receipt+jwt",
        algorithms: ["ES256"],
        issuer: "example.community",
        currentDate: new Date(NOON),
      },
    );

    expect(protectedHeader.kid).toBe(keys.signer.kid);
    expect(claims["cr"]).toMatchObject({
      purposes: [{ id: "real-name" }],
      event: { state: "given" },
      jurisdiction: "CN",
    });
    expect(JSON.stringify(claims)).not.toContain("account-2");
  });

  it("does not pass for a receipt of a verification", async () => {
    expect(await reasonOf(await consentReceipt())).toBe("wrong-claim");
  });
});
