import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeys } from "@shiming/consent";
import type { Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import { tencent } from "@shiming/tencent";
import { createVerifier } from "shiming";
import { faceid } from "tencentcloud-sdk-nodejs";
import { Pool } from "undici";
import { consented } from "../support/consented.ts";
import type { Contender } from "./load.ts";
import type { MockProcess } from "./mock-process.ts";

const PERSON = { name: "某一一", idNumber: "110000190101010001" } as const;

function assertMatch(found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error("not the answer that was expected");
}

/** The floor: one request signed once, sent again and again, its body read and parsed, and nothing else. */
export function bareUndici({ url, credentials }: MockProcess, connections: number): Contender {
  const pool = new Pool(url, { connections });
  const body = JSON.stringify({ Name: PERSON.name, IdCard: PERSON.idNumber });
  const headers = signedHeaders(new URL(url).host, body, credentials);
  return {
    name: "undici Pool.request",
    async once() {
      const response = await pool.request({ method: "POST", path: "/", headers, body });
      // The mock's answer to this one request.
      const { Response } = (await response.body.json()) as { Response: { Result: string } };
      assertMatch(Response.Result, "0");
    },
    close: async () => pool.close(),
  };
}

/** Written out here once more, so that the floor owes nothing to the code that it is the measure of. */
function signedHeaders(
  host: string,
  body: string,
  credentials: MockProcess["credentials"],
): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const scope = `${new Date(timestamp * 1000).toISOString().slice(0, 10)}/faceid/tc3_request`;
  const canonical = `POST\n/\n\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${sha256(body)}`;
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`;
  const [date = "", service = "", end = ""] = scope.split("/");
  const key = hmac(hmac(hmac(`TC3${credentials["secretKey"]}`, date), service), end);
  const credential = `Credential=${credentials["secretId"]}/${scope}`;
  return {
    host,
    "content-type": "application/json",
    "x-tc-action": "IdCardVerification",
    "x-tc-version": "2018-03-01",
    "x-tc-timestamp": String(timestamp),
    authorization: `TC3-HMAC-SHA256 ${credential}, SignedHeaders=content-type;host, Signature=${hmac(key, toSign).toString("hex")}`,
  };
}

function sha256(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

function hmac(key: string | Buffer, value: string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}

/** The vendor's own SDK as its README sets it up. */
export function vendorSdk({ url, credentials }: MockProcess): Contender {
  const client = new faceid.v20180301.Client({
    credential: { secretId: String(credentials["secretId"]), secretKey: String(credentials["secretKey"]) },
    region: "ap-guangzhou",
    profile: { httpProfile: { endpoint: new URL(url).host, protocol: "http://" } },
  });
  return {
    name: "tencentcloud-sdk-nodejs",
    async once() {
      assertMatch(
        (await client.IdCardVerification({ Name: PERSON.name, IdCard: PERSON.idNumber })).Result,
        "0",
      );
    },
    close: async () => {},
  };
}

export async function engineOnMemory(mock: MockProcess, connections: number): Promise<Contender> {
  return engine("engine, memory store", mock, { connections, store: createMemoryStore(), receipts: false });
}

export async function engineOnSqlite(mock: MockProcess, connections: number): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), "shiming-bench-"));
  const store = openSqliteStore({ path: join(folder, "bench.db") });
  const contender = await engine("engine, SQLite and receipt", mock, { connections, store, receipts: true });
  return {
    ...contender,
    async close() {
      await contender.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Setup {
  readonly connections: number;
  readonly store: Store;
  readonly receipts: boolean;
}

async function engine(
  name: string,
  mock: MockProcess,
  { connections, store, receipts }: Setup,
): Promise<Contender> {
  const { credentials, url } = mock;
  const keys = generateKeys();
  const { consent, grant } = await consented({
    store,
    keys,
    fields: ["name", "id-document-number"],
    recipient: "tencent",
    subject: "bench",
  });
  const provider = tencent({
    secretId: String(credentials["secretId"]),
    secretKey: String(credentials["secretKey"]),
    baseUrl: url,
    transport: { connections },
  });
  const verifier = createVerifier({
    providers: [provider],
    consent,
    store,
    keys,
    ...(receipts ? { receipts: { issuer: "bench", audience: "bench" } } : {}),
  });
  return {
    name,
    async once() {
      assertMatch((await verifier.verify({ kind: "resident-id", ...PERSON }, { grant })).status, "match");
    },
    async close() {
      await verifier.close();
      await store.close();
    },
  };
}
