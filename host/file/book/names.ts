/** Defined names, and the print areas and titles that a file keeps among them. */
import { parseRect, quoteSheetName, rectAddress, splitAddress } from "../../../src/core/model/a1";
import type { NameData, PageSetupData, SheetData, WorkbookData } from "../../model/types";
import { formulaFromFile, formulaToFile } from "../format/formulaText";
import type { LossList } from "../loss";
import { attribute, child, children, flagAttribute, numberAttribute, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { textElement } from "../package/xmlText";

function printNames(sheet: SheetData, index: number): string[] {
  const { printArea, titleRows, titleColumns } = sheet.page;
  const place = quoteSheetName(sheet.name);
  const titles: string[] = [];
  if (titleColumns !== undefined) {
    const columns = {
      row: 0,
      rows: 1_048_576,
      column: titleColumns.first,
      columns: titleColumns.last - titleColumns.first + 1,
    };
    titles.push(`${place}!${rectAddress(columns, true)}`);
  }
  if (titleRows !== undefined) {
    const rows = { row: titleRows.first, rows: titleRows.last - titleRows.first + 1, column: 0, columns: 16_384 };
    titles.push(`${place}!${rectAddress(rows, true)}`);
  }
  const name = (word: string, text: string, hidden?: boolean): string =>
    textElement("definedName", text, { name: `_xlnm.${word}`, localSheetId: index, hidden });
  return [
    ...(sheet.autoFilter === null
      ? []
      : [name("_FilterDatabase", `${place}!${rectAddress(sheet.autoFilter.rect, true)}`, true)]),
    ...(printArea === undefined ? [] : [name("Print_Area", `${place}!${rectAddress(printArea, true)}`)]),
    ...(titles.length === 0 ? [] : [name("Print_Titles", titles.join(","))]),
  ];
}

/** `definedName` elements of the workbook part. */
export function writeNames(data: WorkbookData, left: LossList): string[] {
  const written = data.names.flatMap((name) => {
    const text = formulaToFile(name.formula, null);
    const scope = name.scope === null ? undefined : data.sheets.findIndex(({ id }) => id === name.scope);
    if (text === null || scope === -1) {
      left.add(null, "file.left.name", { name: name.name });
      return [];
    }
    const comment = name.comment === "" ? undefined : name.comment;
    return [
      textElement("definedName", text, {
        name: name.name,
        comment,
        localSheetId: scope,
        hidden: name.visible ? undefined : true,
      }),
    ];
  });
  return [...written, ...data.sheets.flatMap(printNames)];
}

export interface FileNames {
  readonly names: readonly NameData[];
  /** By the sheet's place. */
  readonly pages: ReadonlyMap<number, Pick<PageSetupData, "printArea" | "titleRows" | "titleColumns">>;
}

function readTitles(text: string): Pick<PageSetupData, "titleRows" | "titleColumns"> {
  const found: { titleRows?: { first: number; last: number }; titleColumns?: { first: number; last: number } } = {};
  for (const part of text.split(/,(?=(?:[^']*'[^']*')*[^']*$)/)) {
    const rect = parseRect(splitAddress(part).address);
    if (rect === null) continue;
    if (rect.column === 0 && rect.columns === 16_384)
      found.titleRows = { first: rect.row, last: rect.row + rect.rows - 1 };
    else found.titleColumns = { first: rect.column, last: rect.column + rect.columns - 1 };
  }
  return found;
}

/** `sheetIds` are the sheets' ids by their place in the file. */
export function readNames(workbook: Element | null, sheetIds: readonly string[], left: LossList): FileNames {
  const names: NameData[] = [];
  const pages = new Map<number, Pick<PageSetupData, "printArea" | "titleRows" | "titleColumns">>();
  for (const node of children(child(workbook, "definedNames"), "definedName")) {
    const name = attribute(node, "name") ?? "";
    const place = numberAttribute(node, "localSheetId");
    const text = textOf(node);
    const builtIn = /^_xlnm\.(.+)$/i.exec(name)?.[1];
    if (builtIn === undefined) {
      const scope = place === undefined ? null : (sheetIds[place] ?? null);
      if (flagAttribute(node, "function") || flagAttribute(node, "vbProcedure"))
        left.add(null, "file.left.name", { name });
      else
        names.push({
          name,
          formula: formulaFromFile(text, null),
          scope,
          visible: !flagAttribute(node, "hidden"),
          comment: attribute(node, "comment") ?? "",
        });
    } else if (place !== undefined) {
      const area = builtIn === "Print_Area" ? parseRect(splitAddress(text).address) : null;
      const more = builtIn === "Print_Titles" ? readTitles(text) : area === null ? {} : { printArea: area };
      pages.set(place, { ...pages.get(place), ...more });
    }
  }
  return { names, pages };
}
