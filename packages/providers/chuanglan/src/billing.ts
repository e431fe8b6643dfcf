import type { Charge } from "@shiming/contract";
import type { JsonObject } from "@shiming/provider-kit";
import { z } from "zod";

/** Numbers in most answers, text in some. Anything else is as good as absent. */
const WHOLE = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(999))
  .optional()
  .catch(undefined);

/** What an answer says of its own price; what it does not say is undefined. */
export interface Billing {
  /** 1 charged, 0 free. */
  readonly chargeStatus?: number | undefined;
  /** How many calls are billed. Some actions leave it out. */
  readonly chargeCount?: number | undefined;
}

const BILLING = z.object({ chargeStatus: WHOLE, chargeCount: WHOLE });

/** Never fails: an answer is not lost over what it costs. */
export function billingOf(answer: JsonObject): Billing {
  return BILLING.parse(answer);
}

/** What {@link chargeOf} goes by. */
export interface ChargeOptions {
  readonly billing: Billing;
  /** `<provider> <action> <code>`. */
  readonly name: string;
  /** What the table says, for an answer that does not. */
  readonly otherwise: Charge["charged"];
  /** Price of one charged call, in millionths of a yuan (CNY). Default: unknown. */
  readonly price?: number | undefined;
}

/**
 * The charge of an answer: what the answer says, else what the table says, and the basis names which of the two. An
 * answer that contradicts itself leaves it unknown.
 */
export function chargeOf({ billing, name, otherwise, price }: ChargeOptions): Charge {
  const { chargeStatus, chargeCount } = billing;
  const charged = chargedBy(billing);
  if (charged === undefined) return priced({ charged: otherwise, basis: `${name}, by the table` }, price);
  const told = [
    chargeStatus !== undefined && `chargeStatus ${chargeStatus}`,
    chargeCount !== undefined && `chargeCount ${chargeCount}`,
  ].filter((part) => part !== false);
  const basis = `${name}, ${told.join(" ")}`;
  return priced({ charged, basis }, price === undefined ? undefined : price * Math.max(chargeCount ?? 1, 1));
}

/** Undefined when the answer does not say. */
function chargedBy({ chargeStatus, chargeCount }: Billing): Charge["charged"] | undefined {
  const byStatus = chargeStatus === undefined ? undefined : STATUS[chargeStatus];
  const byCount = chargeCount === undefined ? undefined : chargeCount > 0 ? "yes" : "no";
  if (byStatus !== undefined && byCount !== undefined && byStatus !== byCount) return "unknown";
  return byStatus ?? byCount;
}

const STATUS: Readonly<Record<number, "yes" | "no">> = { 0: "no", 1: "yes" };

function priced(charge: Charge, costMicros: number | undefined): Charge {
  return charge.charged === "yes" && costMicros !== undefined ? { ...charge, costMicros } : charge;
}
