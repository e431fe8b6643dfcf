import { throwIfAborted, type ProviderContext, type ProviderResult } from "@shiming/contract";
import { PlainProvider } from "./plain-provider.ts";

/** The same, for an authority that can be asked for an earlier answer. */
export class ResumableProvider extends PlainProvider {
  async resume(handle: string, context: ProviderContext): Promise<ProviderResult> {
    throwIfAborted(context.signal);
    const result = await this.ask({ handle }, context.signal);
    return result.status === "in-doubt" ? this.stillInDoubt(result, handle) : result;
  }

  // What a flaw overrides.
  stillInDoubt(result: ProviderResult & { status: "in-doubt" }, handle: string): ProviderResult {
    return { ...result, handle };
  }
}
