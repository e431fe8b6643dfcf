import { defineResultTable, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action, type Verdict } from "./action.ts";
import { digested, type Digest } from "./digest.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { detailRow, RESULT_ROWS } from "./result-rows.ts";
import { sdkModel } from "./sources.ts";

const detailTable = (action: string): ResultTable =>
  defineResultTable({
    provider: "chuanglan",
    action,
    source: sdkModel("realName/CarriersAuthDetailSha256Detail"),
    rows: [
      ...RESULT_ROWS,
      detailRow("02", "neither name nor ID number is the subscriber's", ["name", "id-document-number"]),
      detailRow("03", "the ID number is the subscriber's, the name is not", ["name"]),
      detailRow("04", "the name is the subscriber's, the ID number is not", ["id-document-number"]),
      detailRow("05", "they disagree in another way"),
      detailRow("06", "name and ID number disagree with each other", ["name", "id-document-number"]),
      ...ERROR_ROWS,
    ],
  });

export const CARRIERS_AUTH_DETAIL: Readonly<Record<Digest | "plain", ResultTable>> = {
  plain: detailTable("carriers-auth-detail"),
  md5: detailTable("carriers-auth-detail-md5"),
  sha256: detailTable("carriers-auth-detail-sha256"),
};

/** A detail of another shape than documented is not worth losing an answer: it adds to the result and never decides it. */
const DATA = z.object({
  result: z.string(),
  detail: z.object({ code: z.string() }).nullish().catch(undefined),
});

function verdictOf(data: unknown, table: ResultTable): Verdict | undefined {
  const read = DATA.safeParse(data);
  if (!read.success) return undefined;
  const { result, detail } = read.data;
  const both = `${result}/${detail?.code ?? ""}`;
  return { code: table.has(both) ? both : result };
}

/** Name, resident ID number and mobile number, with the part that disagrees. */
export function carriersAuthDetail(digest: Digest | undefined): Action {
  const table = CARRIERS_AUTH_DETAIL[digest ?? "plain"];
  return defineAction<{ kind: "phone"; phone: string; name: string; idNumber: string }>({
    kind: "phone",
    fields: ["mobile-number", "name", "id-document-number"],
    service: "auth",
    path: `/api/v2/auth/carriers/${table.action}`,
    table,
    parameters: ({ name, idNumber, phone }, reveal) => ({
      name: digested(reveal(name), digest),
      idNum: digested(reveal(idNumber), digest),
      mobile: digested(reveal(phone), digest),
    }),
    verdictOf: (data) => verdictOf(data, table),
  });
}
