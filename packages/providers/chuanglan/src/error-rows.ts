import type { ErrorRow } from "@shiming/provider-kit";
import { COMPANY_PAGE, GATEWAY_ANSWER, SDK_GUIDE, SDK_TESTS } from "./sources.ts";

/**
 * The `code` of an answer that is no success, the same for every action. None comes with a result, so none is billed
 * unless the answer's own `chargeStatus` says so.
 *
 * The vendor has two families and publishes no complete list of either: names in the guide of its SDK, and numbers in its
 * answers. There is no row for a refused address, because no code of it is published.
 */
export const ERROR_ROWS: readonly ErrorRow[] = [
  {
    code: "InvalidSignature",
    meaning: "the signature was refused: check appId and appSecret",
    error: "MISCONFIGURED",
    charged: "no",
    source: SDK_GUIDE,
  },
  {
    code: "InsufficientBalance",
    meaning: "the balance of the account is used up",
    error: "MISCONFIGURED",
    charged: "no",
    source: SDK_GUIDE,
  },
  {
    code: "RateLimitExceeded",
    meaning: "too many requests",
    error: "THROTTLED",
    charged: "no",
    source: SDK_GUIDE,
  },
  {
    code: "ParameterMissing",
    meaning: "a parameter is missing",
    error: "REJECTED",
    charged: "no",
    source: SDK_GUIDE,
  },
  {
    code: "InternalError",
    meaning: "the service failed",
    error: "UNAVAILABLE",
    charged: "no",
    source: SDK_TESTS,
  },
  {
    code: "190004",
    meaning: "a parameter was refused",
    error: "REJECTED",
    charged: "no",
    source: SDK_TESTS,
  },
  {
    code: "301000",
    meaning: "the service failed, or refused the signature",
    error: "UNAVAILABLE",
    charged: "no",
    source: SDK_TESTS,
  },
  {
    code: "400001",
    meaning: "a parameter was refused",
    error: "REJECTED",
    charged: "no",
    source: COMPANY_PAGE,
  },
  {
    code: "500006",
    meaning: "the app id is missing",
    error: "MISCONFIGURED",
    charged: "no",
    source: GATEWAY_ANSWER,
  },
];
