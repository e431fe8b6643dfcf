import { describe, expect, it } from "vitest";
import { signCompactJws } from "../jws.ts";
import { community, register } from "../test-support/community.ts";
import { decide, keys, service, type Service } from "../test-support/services.ts";
import { receiptStatus, type ReceiptStatus } from "./receipt-status.ts";

const statusOf = ({ store }: Service, receiptOrJti: string, appId = community.id): Promise<ReceiptStatus> =>
  receiptStatus({ store, appId }, receiptOrJti);

describe("the status of a receipt", () => {
  it.each(["given", "refused"] as const)(
    "is %s while that stands, by receipt and by id",
    async (decision) => {
      const one = service();
      const { id, receipt } = await decide(one.consent, register, { decision });

      expect(await statusOf(one, receipt)).toBe(decision);
      expect(await statusOf(one, id)).toBe(decision);
    },
  );

  it("is withdrawn at once, through whichever service over the store", async () => {
    const one = service();
    const { id, receipt } = await decide(one.consent, register);
    await service({ store: one.store }).consent.withdraw(id);

    expect(await statusOf(one, receipt)).toBe("withdrawn");
  });

  it("is superseded once the person has decided anew", async () => {
    const one = service();
    const { receipt } = await decide(one.consent, register);
    const later = await decide(one.consent, register, { optional: ["gender"] });

    expect(await statusOf(one, receipt)).toBe("superseded");
    expect(["given", "renewed"]).toContain(await statusOf(one, later.receipt));
  });

  it("is unknown for a superseded receipt in another person's name", async () => {
    const one = service();
    const { receipt } = await decide(one.consent, register);
    await decide(one.consent, register);

    expect(await statusOf(one, await forged(receipt, { sub: "other" }))).toBe("unknown");
  });

  it.each([
    ["another app asks", async (receipt: string) => receipt, "example.other"],
    ["the receipt is another of the same id", async (receipt: string) => forged(receipt), community.id],
    [
      "the receipt is of another person",
      async (receipt: string) => forged(receipt, { sub: "other" }),
      community.id,
    ],
    ["nobody knows the id", async () => "act-1", community.id],
    ["it is no id", async () => "a/b", community.id],
    ["it is nothing", async () => "", community.id],
  ])("is unknown where %s", async (_why, make, appId) => {
    const one = service();
    const { receipt } = await decide(one.consent, register);

    expect(await statusOf(one, await make(receipt), appId)).toBe("unknown");
  });
});

/** The same claims, or nearly, in a receipt that is not the one on record. */
function forged(receipt: string, change: object = {}): Promise<string> {
  const claims = JSON.parse(Buffer.from(receipt.split(".")[1] ?? "", "base64url").toString()) as object;
  return signCompactJws(keys.signer, "consent-receipt+jwt", { ...claims, ...change });
}
