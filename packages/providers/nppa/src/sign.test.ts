import { assert, dictionary, property, record, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { sign } from "./sign.ts";
import { EXAMPLE } from "./test-support/checks.ts";

const { appId, bizId, secretKey } = EXAMPLE;

/** The example of the specification V1.8, section 5. */
const published = {
  secretKey,
  parameters: { appId, bizId, timestamps: "1584949895758", id: "test-id", name: "test-name" },
  body:
    '{"data":"CqT/33f3jyoiYqT8MtxEFk3x2rlfhmgzhxpHqWosSj4d3hq2EbrtVyx2aLj565ZQNTcPrcDipnvpq/D/vQDaLKW70O83Q42z' +
    'vR0//OfnYLcIjTPMnqa+SOhsjQrSdu66ySSORCAo"}',
};

describe("sign", () => {
  it("gives the example of the specification", () => {
    expect(sign(published)).toBe("386c03b776a28c06b8032a958fbd89337424ef45c62d0422706cca633d8ad5fd");
  });

  it("needs no body", () => {
    expect(sign({ ...published, body: "" })).toBe(sign({ secretKey, parameters: published.parameters }));
  });
});

const request = record({
  secretKey: stringMatching(/^[0-9a-f]{32}$/),
  parameters: dictionary(stringMatching(/^[a-zA-Z]{1,10}$/), string({ unit: "grapheme" }), { minKeys: 1 }),
  body: string({ unit: "grapheme" }),
});

describe("a signature", () => {
  it("does not depend on the order in which the parameters come", () => {
    assert(
      property(request, ({ parameters, ...rest }) => {
        const reversed = Object.fromEntries(Object.entries(parameters).toReversed());
        return sign({ ...rest, parameters }) === sign({ ...rest, parameters: reversed });
      }),
    );
  });

  it("changes with the key, every parameter and the body", () => {
    assert(
      property(request, (given) => {
        const { secretKey: key, parameters, body } = given;
        const changed = Object.keys(parameters).map((name) => ({
          ...given,
          parameters: { ...parameters, [name]: `${parameters[name]}.` },
        }));
        const others = [...changed, { ...given, secretKey: `${key}0` }, { ...given, body: `${body}.` }];
        return others.every((other) => sign(other) !== sign(given));
      }),
    );
  });

  it("is small hexadecimal", () => {
    assert(property(request, (given) => /^[0-9a-f]{64}$/.test(sign(given))));
  });
});
