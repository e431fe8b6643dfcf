import { createPrivateKey, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";

/**
 * The key pair behind `Encryption`, the same for every mock: it protects nothing, and making one takes longer than all
 * else that a mock does when it starts.
 */
const JWK = {
  kty: "RSA",
  n: [
    "nmRfQZ6kaGRj-YLP9YCTALsOSEjidx3qNFl0PzUABl2mDSlkowiSBqki_NdENiLZ6zMRvIojjt0k5yRwl9ntYx",
    "QgFw5MYKvB3PwoX01UpOg0G8MQ_nC2ZCGb97y1yyOJNaGVCmxUYJ5v5XlCc6fTtH6ZdR-awHo8G56PeIxqAX2w",
    "ihYXKiAsgTKl8xYGP7U8TVBbnbg-NYGRMzv9zjH5lp8Nhb8umJiVVJEY59Lr0IzhRtIPDc6hjJUjT4aqkXuX_9",
    "v8Y_rwoNy45BWtHhQQ-k57TgCGo6d0lcV8UJ3-JjlrxNsRQ5ktkuoL72MYBW3IUXhDudjeQAdYTTNl7vPJpQ",
  ].join(""),
  e: "AQAB",
  d: [
    "DLOg3erCZWqzh7VBRv82Cqd1eD98BbBc8TDBPTZbV6dX4xNQMjDEQQt8Nklu-2ZlElLol7V-L301ceG-s7ayrj",
    "DVd_PaFSCA7d88v5O8d3L1hspoSPcx8SquzrmP3Ifvf2EDSjAwvgTGlWDZftvVAtLqLHXJ26iRvGdFOxYLhC33",
    "V_KfaBKOkP0G6xC6JrC9xB_sz0DcPcEBuPeABEukTdlzMUytZlgi8Z2M3qQ0SfQS8D7a28wUWbF-Rida5rgLUZ",
    "qu3Hj1c9zY7zAZMLSsI1RJtwy_donJlqavtxjXTFIFRPHkc-ZqWaEjZgUCJImkuvg47dZOiVbi3H0qGkyWGw",
  ].join(""),
  p: [
    "yWkzhGguO-UkaAvtL-SUs0Ls3z0PYYGHnWcn6ZpZYBQaSWktz_dIFhQIUSDXiH4NhO5NVsN_9LAhioiNHc_nB6",
    "qy-jdxrvdfJU120AAyumw2n9dPJBroe-RURl9v0JzxMoS8vZgk-rmkiq7XfoPaZyVhHpPcYoqGu6EeAU1vH4s",
  ].join(""),
  q: [
    "yVJUByrFzRKjQL-AdShNcuhzwivr_GiC2vrzqaISMgYluqZHotMFqcOwSR6iM6am98p80trJa2FkIfbZ7w0VuA",
    "ZYjU8a9FFh3rLlR_93i7LTJf_KndNiGRa_WXZ_0olW9E1JcOHMHAzCbC1PHf9bizqC2YvUR1A2Pr1G-e544Y8",
  ].join(""),
  dp: [
    "PtEo2CsGAHg_GpRdrYpFNoOxDQ8mNOsJOPZrZFhXd7fNWwgK2cnuGbS1w1fS4ScvYD5SsLTYu6ATVfmwyZOGIs",
    "YCfDe-pStR6Xh3jfgB2lLV1pR4gnJCACH-htRNM2s_btonY5qILgqoXviZDURiYbkuyTKkkbdSvkJJ8W4NMnE",
  ].join(""),
  dq: [
    "enEi__Toto_2UGPoSdkIObHc7aRu82XQ6EQmu-4BaQFKIxoMiaAUWqrU5bPG7OkXta8mecttI2zpTKro4zYvFm",
    "xtoQwSlbOFdb-SKVbbq1BIkVzgK1sr15x5Jn0mwrKa-xyiZRA_ZnPwL4DjFJiBYc1lVdBwfCrxwvi1WT7LsEs",
  ].join(""),
  qi: [
    "YgfQl5AtPG7d6u8RO72OzCY9TCQXiLGpN5hr1AyTacj9azaCYC_GQRxnsoB9xnAxHkNi0B7ECcmUQgR4yWGDkq",
    "Xbh3Q4Wu1l4O-lYg9-y9vHi_lEcAS7UVcG3hoqfHv9zKeX84tdpXWAvnzeGa7G3724LmmeQeu4ey0LxPCwbSQ",
  ].join(""),
};

/** Decrypts the session key of a request. */
export const encryptionKey: KeyObject = createPrivateKey({ key: JWK, format: "jwk" });

/** The public half, as the vendor's console shows it: base64 of a PEM. */
export const encryptionPublicKey: string = Buffer.from(
  createPublicKey(encryptionKey).export({ type: "pkcs1", format: "pem" }),
).toString("base64");
