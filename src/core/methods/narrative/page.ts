/** The page for one person of the written review: questions, comments and the records that they rest on. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import type { TableSource } from "../../formulas/byKey";
import { besideFormula } from "../../formulas/personPageFormulas";
import { YEAR } from "./period";

const WHOLE = { numberFormat: "0", horizontal: "Right" } as const;

/** The review of the person who is picked, and how complete it is. */
export function narrativePage(
  context: MethodContext,
  from: { readonly prompts: TableSource; readonly comments: TableSource; readonly reviews: TableSource },
): MethodPart {
  const least = context.names.own.cell("MinRecords");
  return methodPersonPage(context, {
    shows: {
      items: { source: from.prompts, id: "no", words: "prompt", count: context.count("prompts") },
      lines: from.comments,
      columns: [
        { key: "prompt", from: "items", kind: "text", width: 24, style: WRAP },
        { key: "comment", from: "lines", kind: "text", width: 66, style: WRAP },
        { key: "record", from: "lines", kind: "text", width: 18 },
        { key: "length", from: "lines", kind: "number", width: 10, style: WHOLE },
      ],
      rowHeight: 62,
    },
    results: from.reviews,
    facts: ["prompts", "written", "short", "copied", "cited"].map((key) => ({ key, kind: "number" })),
    howTitle: "how.reviewTitle",
    how: [
      { key: "reviewWritten", value: (at) => besideFormula(at("written"), at("prompts")) },
      { key: "reviewCited", value: (at) => besideFormula(at("cited"), least) },
      { key: "reviewFaults", value: (at) => besideFormula(at("short"), at("copied")) },
    ],
    trend: YEAR,
  });
}
