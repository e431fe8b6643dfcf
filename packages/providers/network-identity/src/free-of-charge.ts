import { type Charge, ProviderError, type ProviderResult } from "@shiming/contract";

const told = ({ basis }: Charge): Charge => ({
  charged: "no",
  basis: `${basis} (the service is free of charge to the relying party)`,
});

/**
 * What the gateway has answered, well or badly, has cost nothing. An answer that was lost or that is not in the form of
 * the wire may be anybody's, and its charge stays unknown.
 *
 * Source: the guide of the service for mini-programs, version 1.0 of 2026-04-28,
 * https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/cityservice/ncidas/guide.html.
 */
export async function freeOfCharge(read: () => Promise<ProviderResult>): Promise<ProviderResult> {
  try {
    const result = await read();
    return { ...result, charge: told(result.charge) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { code, message, provider, charge, vendorCode, reference } = error;
    throw new ProviderError(code, {
      provider,
      message,
      charge: told(charge),
      ...(vendorCode !== undefined && { vendorCode }),
      ...(reference !== undefined && { reference }),
    });
  }
}
