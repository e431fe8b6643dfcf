import { createServer } from "node:http";
import { everyTextOf, listenOnLoopback, providerContext } from "@shiming/contract-tests";
import { tencent } from "@shiming/tencent";
import { expect, it } from "vitest";

/** What a vendor might say beside its answer. */
const SURPLUS = { Sex: "surplus-sex", Address: "surplus-address", Nation: "surplus-nation" };

it("lets no field of a vendor's reply out that nobody asked for (EX-07)", async () => {
  const reply = { Response: { Result: "0", Description: "x", RequestId: "r-1", ...SURPLUS } };
  const vendor = await listenOnLoopback(
    createServer((_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(reply));
    }),
  );
  const provider = tencent({ secretId: "AKIDEXAMPLE", secretKey: "EXAMPLE", baseUrl: vendor.url });
  const context = providerContext();
  const check = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;

  const result = await provider.verify(context.sealFor(check), context);
  await provider.close?.();
  await vendor.close();

  expect(result).toMatchObject({ status: "match", reference: "r-1" });
  expect(everyTextOf(result)).not.toMatch(/surplus/);
});
