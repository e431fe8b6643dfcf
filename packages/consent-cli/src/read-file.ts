import { open, stat } from "node:fs/promises";
import { DeclarationError } from "./declaration-error.ts";
import { MOST_BYTES } from "./limits.ts";

/**
 * The bytes of a file, never more than a declaration may have.
 *
 * @throws DeclarationError `UNREADABLE`, `TOO_LARGE`.
 */
export async function readBounded(path: string, file: string): Promise<Uint8Array> {
  const bytes = await readUpTo(path, MOST_BYTES + 1).catch(() => undefined);
  if (bytes === undefined) throw new DeclarationError("UNREADABLE", { file });
  if (bytes.byteLength > MOST_BYTES) throw new DeclarationError("TOO_LARGE", { file });
  return bytes;
}

/** `undefined` for what is no plain file: a pipe or a device could keep us waiting. */
async function readUpTo(path: string, most: number): Promise<Uint8Array | undefined> {
  const about = await stat(path);
  if (!about.isFile()) return undefined;
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(Math.min(most, about.size)), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
