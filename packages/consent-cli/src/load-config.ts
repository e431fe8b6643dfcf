import { pathToFileURL } from "node:url";
import { UsageError } from "@shiming/contract";
import { type ConsentConfig, type ConsentConfigOptions, defineConsentConfig } from "./config.ts";

/**
 * Runs a configuration module, JavaScript or TypeScript, and checks what it exports: a default export made by
 * {@link defineConsentConfig}, or its parts by name.
 *
 * @param path - Absolute.
 * @param file - As the user named it, for the error.
 * @throws UsageError `INVALID_OPTION` that names the file and the rule.
 */
export async function loadConfig(path: string, file: string): Promise<ConsentConfig> {
  const module = await importModule(path, file);
  // Whatever the module exports is looked at by `defineConsentConfig`, for callers without types.
  const { default: whole, ...parts } = module as { default?: ConsentConfigOptions } & ConsentConfigOptions;
  try {
    return defineConsentConfig(whole ?? parts);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError("INVALID_OPTION", file, error.message);
    throw error;
  }
}

async function importModule(path: string, file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    // The configuration is the user's own code: its message is what they need, its stack is not.
    const [reason] = (error instanceof Error ? error.message : "it threw").split("\n");
    throw new UsageError("INVALID_OPTION", file, `cannot be run: ${reason ?? ""}`);
  }
}
