import type { Platform } from "@shiming/consent";
import type { Content, Declaration } from "./declaration.ts";
import { DeclarationError } from "./declaration-error.ts";
import { MOST_BYTES } from "./limits.ts";
import { readAndroidManifest } from "./readers/android-manifest.ts";
import { readHarmonyModule } from "./readers/harmony-module.ts";
import { readInfoPlist } from "./readers/info-plist.ts";
import { readWebPermissions } from "./readers/web-permissions.ts";
import { readWechatApp } from "./readers/wechat-app.ts";

interface Reader {
  readonly platform: Platform;
  /** The name that the platform gives such a file. */
  readonly named: RegExp;
  readonly read: (text: string, file: string) => Content;
}

const READERS: readonly Reader[] = [
  { platform: "android", named: /(?:^|[\\/])AndroidManifest\.xml$/, read: readAndroidManifest },
  { platform: "ios", named: /\.plist$/, read: readInfoPlist },
  { platform: "harmonyos", named: /(?:^|[\\/])module\.json5$/, read: readHarmonyModule },
  { platform: "wechat", named: /(?:^|[\\/])app\.json$/, read: readWechatApp },
  { platform: "web", named: /(?:^|[\\/])web-permissions\.json$/, read: readWebPermissions },
];

/**
 * Reads what a file declares. The name says of which platform it is: `AndroidManifest.xml`, `*.plist`, `module.json5`,
 * `app.json` of a WeChat mini-program, `web-permissions.json`.
 *
 * @param file - Path or name; nothing is opened.
 * @param content - Text, or the bytes of the file; at most 1 MiB.
 * @throws DeclarationError that names file, line and rule, and never anything else.
 * @example
 * ```ts
 * import { readDeclaration } from "@shiming/consent-cli";
 *
 * const { permissions } = readDeclaration(
 *   "app.json",
 *   '{ "pages": ["pages/index"], "requiredPrivateInfos": ["getLocation"] }',
 * );
 * console.log(permissions[0]?.name); // "wx.getLocation"
 * ```
 */
export function readDeclaration(file: string, content: string | Uint8Array): Declaration {
  const reader = READERS.find(({ named }) => named.test(file));
  if (reader === undefined) throw new DeclarationError("UNKNOWN_KIND", { file });
  return { platform: reader.platform, file, ...reader.read(textOf(file, content), file) };
}

function textOf(file: string, content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;
  if (bytes > MOST_BYTES) throw new DeclarationError("TOO_LARGE", { file });
  if (typeof content === "string") return content.replace(/^\uFEFF/, "");
  if (Buffer.from(content.subarray(0, 6)).toString("latin1") === "bplist") {
    throw new DeclarationError("BINARY_PLIST", { file });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    throw new DeclarationError("NOT_TEXT", { file });
  }
}
