import {
  throwIfAborted,
  UnsupportedError,
  type Capability,
  type PhonePossessionCheck,
  type Provider,
  type ProviderContext,
  type ProviderResult,
  type SealedCheck,
} from "@shiming/contract";
import { createTransport, NOTHING_SENT, readReply } from "@shiming/provider-kit";
import type { CheckedOneTapOptions } from "./common-options.ts";
import { createTokenGuard } from "./token-guard.ts";
import { plainNumber, toResult } from "./to-result.ts";
import type { Parts, Wire } from "./wire.ts";

/** A provider that asks one vendor over its wire, and lets each token leave once. */
export function createOneTapProvider(
  wire: Wire,
  { costMicros, transport: tuning }: CheckedOneTapOptions,
): Provider {
  const { id, url, table, credential } = wire;
  const transport = createTransport({ ...tuning, origins: [url] });
  const guard = createTokenGuard({ call: table });

  return {
    specificationVersion: 1,
    id,
    region: "CN",
    hosts: [url.host],
    capabilities: capabilitiesOf(wire, costMicros),
    async verify(check, context) {
      throwIfAborted(context.signal);
      const possession = choose(wire, check);
      // Before the token is taken: without a credential it has not left, and stays good.
      const given = (await credential?.get(context, transport)) ?? "";
      const token = context.reveal(possession.token);
      const once = wire.singleUsePart(token);
      if (once === undefined) return badForm("one-tap-token", "TOKEN_FORMAT");
      const phone = possession.phone && plainNumber(context.reveal(possession.phone));
      if (possession.phone !== undefined && phone === undefined)
        return badForm("mobile-number", "MOBILE_FORMAT");
      await guard.take(once, context);
      const request = wire.build(partsOf({ token, phone, credential: given }, possession, context));
      const reply = await transport.send({ ...request, signal: context.signal });
      if (reply.kind === "fault" && reply.fault.sent === "no") guard.putBack(once);
      return readReply(reply, {
        call: table,
        read: (body) => {
          const answer = wire.read(body);
          if (credential?.refusedWith.has(answer.code)) credential.forget(given);
          return toResult(wire, answer, { phone, costMicros });
        },
      });
    },
    close: () => transport.close(),
  };
}

/** With a number to compare always; without one where the vendor tells the number. */
function capabilitiesOf({ tells }: Wire, costMicros: number | undefined): readonly Capability[] {
  const compared = ["one-tap-token", "mobile-number"] as const;
  const asked = ["one-tap-token"] as const;
  const price = costMicros === undefined ? {} : { costMicros };
  return (tells === "number" ? [asked, compared] : [compared]).map((fields) => ({
    kind: "phone-possession",
    fields,
    ...price,
  }));
}

function choose({ id, tells, operators }: Wire, check: SealedCheck): SealedCheck<PhonePossessionCheck> {
  if (check.kind !== "phone-possession")
    throw new UnsupportedError(`${id} has no check of kind ${check.kind}`);
  const { operator, phone } = check;
  if (phone === undefined && tells === "verdict") {
    throw new UnsupportedError(`${id} compares a number and does not tell one`);
  }
  if (operator !== undefined && operators?.includes(operator) === false) {
    throw new UnsupportedError(`${id} takes no tokens of ${operator}`);
  }
  return check;
}

function partsOf(
  opened: Pick<Parts, "token" | "phone" | "credential">,
  { operator }: SealedCheck<PhonePossessionCheck>,
  { verificationId, clock }: ProviderContext,
): Parts {
  return { ...opened, operator, verificationId, now: clock.now() };
}

function badForm(field: "one-tap-token" | "mobile-number", rule: string): ProviderResult {
  return { status: "invalid", problems: [{ field, rule }], charge: NOTHING_SENT };
}
