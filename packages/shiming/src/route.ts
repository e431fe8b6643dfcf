import {
  fits,
  type Capability,
  type Check,
  type Field,
  type Provider,
  UnsupportedError,
} from "@shiming/contract";

/** A provider that can do a check, and what it would do it with. */
export interface Route {
  readonly provider: Provider;
  readonly capability: Capability;
}

/**
 * The providers that can do this check, in the app's order. A provider fits when it sends exactly the fields
 * of the check: one that needs more has no consent for it, one that sends less would not check all that was asked.
 *
 * @throws UnsupportedError when there is none.
 */
export function routesFor(
  check: Check,
  fields: readonly Field[],
  providers: readonly Provider[],
): readonly Route[] {
  const routes = providers.flatMap((provider) => {
    const capability = provider.capabilities.find((one) => fits(one, check, fields));
    return capability === undefined ? [] : [{ provider, capability }];
  });
  if (routes.length === 0) {
    throw new UnsupportedError(`no provider does ${check.kind} with ${fields.join(", ")}`);
  }
  return routes;
}
