import type { ResultTable } from "@shiming/provider-kit";
import { LOGIN_TOKEN_VALIDATE } from "./china-mobile/login-token-validate.ts";
import { TOKEN_VALIDATE } from "./china-mobile/token-validate.ts";
import { CHECK_PHONE } from "./geetest/check-phone.ts";
import { LOGIN_TOKEN_VERIFY } from "./jiguang/login-token-verify.ts";
import { VERIFY } from "./jiguang/verify.ts";
import { STABLE_TOKEN } from "./wechat-phone/access-token.ts";
import { GET_USER_PHONE_NUMBER } from "./wechat-phone/get-user-phone-number.ts";

/** Every code that the providers of this package understand: for tests and documentation. */
export const ONE_TAP_RESULT_TABLES: readonly ResultTable[] = [
  LOGIN_TOKEN_VALIDATE,
  TOKEN_VALIDATE,
  LOGIN_TOKEN_VERIFY,
  VERIFY,
  CHECK_PHONE,
  GET_USER_PHONE_NUMBER,
  STABLE_TOKEN,
];
