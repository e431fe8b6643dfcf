import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedWith, signatureOf } from "./signature.ts";

/** The example of the specification V1.8, section 5. */
const SIGN = "386c03b776a28c06b8032a958fbd89337424ef45c62d0422706cca633d8ad5fd";
const BODY =
  '{"data":"CqT/33f3jyoiYqT8MtxEFk3x2rlfhmgzhxpHqWosSj4d3hq2EbrtVyx2aLj565ZQNTcPrcDipnvpq/D/vQDaLKW70O83Q42z' +
  'vR0//OfnYLcIjTPMnqa+SOhsjQrSdu66ySSORCAo"}';
const parts = {
  secretKey: "2836e95fcd10e04b0069bb1ee659955b",
  parameters: [
    ["appId", "test-appId"],
    ["bizId", "test-bizId"],
    ["timestamps", "1584949895758"],
    ["id", "test-id"],
    ["name", "test-name"],
  ],
  body: Buffer.from(BODY),
} as const;

describe("a signature", () => {
  it("is that of the example in the specification", () => {
    expect(signatureOf(parts)).toBe(SIGN);
    expect(isSignedWith(SIGN, parts)).toBe(true);
  });

  it.each([SIGN.toUpperCase(), SIGN.slice(1), `${SIGN}0`, "", "g".repeat(64), "某".repeat(64)])(
    "is not %j",
    (sign) => {
      expect(isSignedWith(sign, parts)).toBe(false);
    },
  );

  it("holds for parameters in any order, and for none that is changed", () => {
    const shuffled = fc.shuffledSubarray([...parts.parameters], { minLength: 5 });
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 4 }), (parameters, at) => {
        expect(isSignedWith(SIGN, { ...parts, parameters })).toBe(true);
        const changed = parameters.map(
          ([name, value], index) => [name, index === at ? `${value}x` : value] as const,
        );
        expect(isSignedWith(SIGN, { ...parts, parameters: changed })).toBe(false);
      }),
    );
  });

  it("holds for no other body and no other key", () => {
    expect(isSignedWith(SIGN, { ...parts, body: Buffer.from(`${BODY} `) })).toBe(false);
    expect(isSignedWith(SIGN, { ...parts, secretKey: "0".repeat(32) })).toBe(false);
  });
});
