import type {
  Capability,
  Charge,
  ProviderContext,
  ProviderErrorCode,
  ProviderResult,
  SealedCheck,
} from "@shiming/contract";
import { ProviderError } from "@shiming/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failuresOf, type ProviderClass } from "../testing/failures-of.ts";
import { CITIZEN, startPlainAuthority } from "../testing/plain-authority.ts";
import { PLAIN_SECRET, PlainProvider, type Values } from "../testing/plain-provider.ts";
import type { ProviderCase } from "./provider-under-test.ts";

const CASES: readonly ProviderCase[] = [
  { title: "name and number agree", check: CITIZEN, expect: { status: "match", charged: "yes" } },
  {
    title: "the name is another",
    check: { ...CITIZEN, name: "某一二" },
    expect: { status: "mismatch", charged: "yes" },
  },
  {
    title: "nobody has the number",
    check: { ...CITIZEN, idNumber: "110000190101020007" },
    expect: { status: "no-record", charged: "no" },
  },
];

/** Each row: what is wrong, the provider, and words of the titles that must fail. */
const FLAWS: readonly (readonly [flaw: string, Flawed: ProviderClass, titles: readonly string[]])[] = [
  [
    "answers wrongly",
    class extends PlainProvider {
      override read(body: string): ProviderResult {
        return { ...super.read(body), status: "match" };
      }
    },
    ["(the name is another) answers mismatch, charged yes"],
  ],
  [
    "tells the wrong charge",
    class extends PlainProvider {
      override read(body: string): ProviderResult {
        return { ...super.read(body), charge: { charged: "yes", basis: "plain table" } };
      }
    },
    ["(nobody has the number) answers no-record, charged no"],
  ],
  [
    "tells no basis of a charge",
    class extends PlainProvider {
      override read(body: string): ProviderResult {
        return { ...super.read(body), charge: { charged: "yes", basis: "" } };
      }
    },
    ["(name and number agree) answers match"],
  ],
  [
    "opens a part twice",
    class extends PlainProvider {
      override open(check: SealedCheck, context: ProviderContext): Values {
        super.open(check, context);
        return super.open(check, context);
      }
    },
    ["opens each sealed part at most once"],
  ],
  [
    "says that it needs fewer fields",
    class extends PlainProvider {
      override readonly capabilities: readonly Capability[] = [{ kind: "resident-id", fields: ["name"] }];
    },
    ["declares that it can do this check"],
  ],
  [
    "names an unknown field",
    class extends PlainProvider {
      // Without types anything can be written here.
      override readonly capabilities = [
        { kind: "resident-id", fields: ["name", "id-number"] },
      ] as unknown as readonly Capability[];
    },
    ["capabilities of known kinds and fields"],
  ],
  [
    "has no capability",
    class extends PlainProvider {
      override readonly capabilities: readonly Capability[] = [];
    },
    ["at least one host and one capability"],
  ],
  [
    "has an id with capitals",
    class extends PlainProvider {
      override readonly id: string = "Plain";
    },
    ["has an id of lower-case letters"],
  ],
  [
    "sends elsewhere than it says",
    class extends PlainProvider {
      override readonly hosts: readonly string[] = ["authority.example"];
    },
    ["contacts only hosts that it declares"],
  ],
  [
    "takes a lost answer for an outage",
    class extends PlainProvider {
      override lost(): ProviderResult {
        throw this.error("UNAVAILABLE", "no", "");
      }
    },
    [
      "breaks before the request is read) answers in-doubt",
      "breaks after the request is read) answers in-doubt",
      "no answer comes) answers in-doubt",
      "the body drips and never ends) answers in-doubt",
    ],
  ],
  [
    "gives a handle that it cannot take",
    class extends PlainProvider {
      override lost(): ProviderResult {
        return { status: "in-doubt", handle: "h", charge: { charged: "unknown", basis: "plain table" } };
      }
    },
    ["breaks after the request is read) answers in-doubt"],
  ],
  [
    "asks again after a lost answer",
    class extends PlainProvider {
      override async send(values: Values, signal: AbortSignal): Promise<Response | undefined> {
        return (await super.send(values, signal)) ?? super.send(values, signal);
      }
    },
    [
      "breaks before the request is read) asks exactly once",
      "breaks after the request is read) asks exactly once",
    ],
  ],
  [
    "throws errors of its own",
    class extends PlainProvider {
      override error(code: ProviderErrorCode): Error {
        return new Error(code);
      }
    },
    ["refused) fails with UNAVAILABLE", "503 with text) fails", "429) fails with THROTTLED", "HTML) fails"],
  ],
  [
    "lets the parser's own errors out",
    class extends PlainProvider {
      override parse(body: string): unknown {
        return JSON.parse(body);
      }
    },
    ["HTML) fails with RESPONSE_INVALID", "cut off) fails with RESPONSE_INVALID"],
  ],
  [
    "puts another provider's name on its errors",
    class extends PlainProvider {
      override error(code: ProviderErrorCode, charged: Charge["charged"]): Error {
        const told = { charged, basis: "plain table" };
        return new ProviderError(code, { provider: "other", message: code, charge: told });
      }
    },
    ["429) fails with THROTTLED"],
  ],
  [
    "puts the vendor's text into its errors",
    class extends PlainProvider {
      override error(code: ProviderErrorCode, charged: Charge["charged"], vendorText: string): Error {
        const told = { charged, basis: "plain table" };
        return new ProviderError(code, { provider: this.id, message: vendorText, charge: told });
      }
    },
    [
      "503 with text) shows no personal value and no secret",
      "HTML) shows no personal value and no secret",
      "cut off) shows no personal value and no secret",
      "JSON array) shows no personal value and no secret",
    ],
  ],
  [
    "chains what it caught with a secret in it",
    class extends PlainProvider {
      override error(code: ProviderErrorCode, charged: Charge["charged"], text: string): Error {
        return Object.assign(super.error(code, charged, text), {
          cause: new Error("request", { cause: { headers: { authorization: [PLAIN_SECRET] } } }),
        });
      }
    },
    ["refused) shows no personal value and no secret"],
  ],
  [
    "shows the number in base64",
    class extends PlainProvider {
      #number = "";
      override open(check: SealedCheck, context: ProviderContext): Values {
        const values = super.open(check, context);
        this.#number = values.idNumber;
        return values;
      }
      override read(body: string): ProviderResult {
        return { ...super.read(body), reference: Buffer.from(this.#number).toString("base64") };
      }
    },
    ["(name and number agree) shows no personal value and no secret"],
  ],
  [
    "sends the name in the URL",
    class extends PlainProvider {
      override request(values: Values): [string, RequestInit] {
        const [url, init] = super.request(values);
        return [`${url}/?${new URLSearchParams({ name: values.name }).toString()}`, init];
      }
    },
    ["sends no personal value in the URL"],
  ],
  [
    "reads bodies of any length",
    class extends PlainProvider {
      override maxBodyBytes(): number {
        return Infinity;
      }
    },
    ["larger than 2 MiB) fails with RESPONSE_INVALID"],
  ],
  [
    "begins although it was stopped",
    class extends PlainProvider {
      override checkStopped(): void {}
      override signal(): AbortSignal {
        return AbortSignal.timeout(this.timeoutMs);
      }
    },
    ["sends nothing when the caller has stopped before"],
  ],
  [
    "does not listen to the signal while it waits",
    class extends PlainProvider {
      override signal(): AbortSignal {
        return AbortSignal.timeout(this.timeoutMs);
      }
    },
    ["stops waiting when the caller stops"],
  ],
  [
    "passes the caller's reason on",
    class extends PlainProvider {
      override stopped(signal: AbortSignal): unknown {
        return signal.reason;
      }
    },
    ["stops waiting when the caller stops", "shows nothing of the caller's reason to stop"],
  ],
];

let authority: Awaited<ReturnType<typeof startPlainAuthority>>;

beforeAll(async () => {
  authority = await startPlainAuthority();
});
afterAll(() => authority.close());

describe("testProvider", () => {
  it("passes a provider that keeps every promise", async () => {
    expect(await report(PlainProvider)).toEqual([]);
  });

  it.each(FLAWS)("fails a provider that %s", async (_flaw, Flawed, titles) => {
    const failures = await report(Flawed, { only: titles });

    for (const title of titles) expect(failures).toContainEqual(expect.stringContaining(title));
  });

  it("refuses to prove nothing", async () => {
    await expect(report(PlainProvider, { cases: [] })).rejects.toThrow(TypeError);
  });
});

function report(
  Tested: ProviderClass,
  { cases = CASES, only }: { cases?: readonly ProviderCase[]; only?: readonly string[] } = {},
): Promise<readonly string[]> {
  return failuresOf({ Tested, baseUrl: authority.url, cases, ...(only && { only }) });
}
