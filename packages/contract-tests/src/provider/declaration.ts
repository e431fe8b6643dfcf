import assert from "node:assert/strict";
import { CHECK_FIELDS, fieldsOf, fits, isField, type Check, type Provider } from "@shiming/contract";

/** What a provider says of itself, one test for each row. */
export const DECLARATIONS: readonly { title: string; holds: (provider: Provider) => void }[] = [
  {
    title: "is of version 1 of the interface",
    holds: ({ specificationVersion }) => assert.equal(specificationVersion, 1),
  },
  {
    title: "has an id of lower-case letters, digits and hyphens",
    holds: ({ id }) => assert.match(id, /^[a-z][a-z0-9-]*$/),
  },
  {
    title: "tells the region of its servers as two capitals",
    holds: ({ region }) => assert.match(region, /^[A-Z]{2}$/),
  },
  {
    title: "tells at least one host and one capability",
    holds({ hosts, capabilities }) {
      assert.ok(hosts.length > 0, "there is no host");
      assert.ok(capabilities.length > 0, "there is no capability");
    },
  },
  {
    title: "tells capabilities of known kinds and fields, with prices that are whole and not negative",
    holds({ capabilities }) {
      for (const { kind, fields, costMicros = 0 } of capabilities) {
        assert.ok(Object.hasOwn(CHECK_FIELDS, kind), `${kind} is no kind of check`);
        assert.deepEqual(
          fields.filter((field) => !isField(field)),
          [],
          `${kind} names unknown fields`,
        );
        assert.equal(new Set(fields).size, fields.length, `${kind} names a field twice`);
        assert.ok(Number.isSafeInteger(costMicros) && costMicros >= 0, `the price of ${kind} is no amount`);
      }
    },
  },
];

/** Fails when no capability fits the check. */
export function assertCapableOf({ capabilities }: Provider, check: Check): void {
  const fields = fieldsOf(check);
  const capable = capabilities.some((capability) => fits(capability, check, fields));
  assert.ok(capable, `no capability is a ${check.kind} check of ${fields.toSorted().join()}`);
}

/** Fails when the host of a request, with its port, is none of those that the provider tells. */
export function assertDeclares({ hosts }: Provider, host: string): void {
  const declared = hosts.map(hostname);
  assert.ok(declared.includes(hostname(host)), `${host} is not declared`);
}

/** Without the port: data go to a host. */
function hostname(host: string): string {
  return new URL(`http://${host}`).hostname;
}
