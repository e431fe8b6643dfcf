import { expect, it } from "vitest";
import { ENCRYPTION_MODES } from "./encrypted-phone-verification.ts";

it("hashes as the vendor's own example does", () => {
  // https://github.com/TencentCloud/tencentcloud-cli tccli/examples/faceid/v20180301/EncryptedPhoneVerification.md
  expect(ENCRYPTION_MODES["1"]?.of("张三")).toBe("615db57aa314529aaa0fbe95b3e95bd3");
});

it.each([
  // Appendix A of GB/T 32905-2016 and the test vector of FIPS 180-4.
  ["3", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
  ["2", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
])("has the published digest of abc in mode %s", (mode, digest) => {
  expect(ENCRYPTION_MODES[mode]?.of("abc")).toBe(digest);
});
