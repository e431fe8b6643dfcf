/** A state of the vendor that no value of a request could otherwise mean. */
export type VendorState = "busy" | "daily-limit" | "segment" | "identity-invalid" | "throttled";

/** Names nobody has, that put the vendor into such a state. */
export const SPECIAL_NAMES: Readonly<Record<VendorState, string>> = {
  busy: "测试繁忙",
  "daily-limit": "测试限次",
  segment: "测试号段",
  "identity-invalid": "测试无效",
  throttled: "测试超频",
};

const STATES = new Map(
  // The entries of the record above are its type's.
  (Object.entries(SPECIAL_NAMES) as [VendorState, string][]).map(([state, name]) => [name, state]),
);

/** The code that an action has for the state this name stands for, or undefined: not such a name, or no such code. */
export function codeOfState<Code extends string>(
  name: string,
  codes: Readonly<Partial<Record<VendorState, Code>>>,
): Code | undefined {
  const state = STATES.get(name);
  return state && codes[state];
}

/** A company nobody has: asked about it, the company check fails. */
export const BUSY_COMPANY = "测试企业繁忙有限公司";
