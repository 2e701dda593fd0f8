/** A method workbook as core reads it, without an engine: inputs stand, formula cells are blank unless a test puts a value there. */
import { assess } from "../../src/core/assess";
import type { Assessment } from "../../src/core/assessment";
import type { MethodDefinition } from "../../src/core/blueprint/methodWorkbook";
import type { Blueprint } from "../../src/core/blueprint/types";
import { CHECKS } from "../../src/core/checks/registry";
import type { Finding } from "../../src/core/model/finding";
import type { Location } from "../../src/core/model/location";
import { plainText } from "../../src/core/recognise/grid";
import { namedLocation } from "../../src/core/recognise/layout";
import type { CellValue, Snapshot } from "../../src/core/recognise/snapshot";
import { blueprintSnapshot, withCell } from "./blueprintSnapshot";
import { METADATA_VERSION, metadataXml, type InstanceMetadata } from "../../src/core/schema/metadata";
import { blueprintOf, metadataOf } from "./generated";
import { methodBlueprint, type MethodChoices } from "./methodWorkbooks";

const REGISTRY = new Set(CHECKS.map(({ code }) => code));
/** T03 and the like speak of formulas, which a snapshot without an engine has none of. */
const isOfData = ({ rule }: Finding): boolean => REGISTRY.has(rule) && !rule.startsWith("T");

export class TypedBook {
  private constructor(
    private readonly method: MethodDefinition,
    private readonly blueprint: Blueprint,
    readonly snapshot: Snapshot,
  ) {}
  static of(method: MethodDefinition, choices: MethodChoices = {}): TypedBook {
    const blueprint = methodBlueprint(method, choices);
    return new TypedBook(method, blueprint, blueprintSnapshot(blueprint, blueprint.show?.sheet ?? ""));
  }
  /** The cell of a body row (from 0) and column, both by key. */
  cell(table: string, row: number, column: string): Location {
    const stored = metadataOf(this.blueprint).instances[0]?.tables[table];
    for (const sheet of this.snapshot.sheets)
      for (const { name, rect, columns } of sheet.tables) {
        const at = columns.indexOf(stored?.columns[column] ?? "");
        if (name === stored?.name && at >= 0)
          return {
            sheet: sheet.name,
            rect: { row: rect.row + 1 + row, column: rect.column + at, rows: 1, columns: 1 },
          };
      }
    throw new Error(`no column ${column} in ${table}`);
  }
  private put({ sheet, rect }: Location, value: CellValue): TypedBook {
    return new TypedBook(this.method, this.blueprint, withCell(this.snapshot, sheet, rect.row, rect.column, value));
  }
  set(table: string, row: number, values: Readonly<Record<string, CellValue>>): TypedBook {
    return Object.entries(values).reduce<TypedBook>(
      (book, [column, value]) => book.put(book.cell(table, row, column), value),
      this,
    );
  }
  /** Each row of `rows`, from row 0 on. */
  fill(table: string, rows: readonly Readonly<Record<string, CellValue>>[]): TypedBook {
    return rows.reduce<TypedBook>((book, values, row) => book.set(table, row, values), this);
  }
  setting(name: string, value: CellValue): TypedBook {
    const found = namedLocation(this.snapshot, `eh_1_${name}`);
    if (found === null) throw new Error(`no setting ${name}`);
    return this.put(found, value);
  }
  /** 1 = plan … 4 = close. */
  stage(number: number): TypedBook {
    return this.setting("StageNo", number);
  }
  /** The word in force for a key. */
  words(key: string): string {
    const found = namedLocation(this.snapshot, `eh_1_w_${key}`);
    if (found === null) throw new Error(`no word ${key}`);
    return this.text(found);
  }
  text({ sheet, rect }: Location): string {
    const found = this.snapshot.sheets.find(({ name }) => name === sheet);
    return plainText(found?.values[rect.row]?.[rect.column] ?? "");
  }
  /** With a KPI scorecard in the same file in which people of these names have these totals (bands as they are made). */
  beside(totals: readonly (readonly [name: string, total: CellValue])[]): TypedBook {
    const scorecard = blueprintOf({ people: totals.map(([name]) => ({ name })), withSample: false });
    const [known] = metadataOf(scorecard).instances;
    const { sheets } = blueprintSnapshot(scorecard, "");
    const renamed = (name: string): string => name.replace("eh_1_", "eh_2_");
    const theirs = ["Results", "Bands"].map((key) => {
      const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === `eh_1_${key}`));
      if (sheet === undefined || known === undefined) throw new Error(`no ${key}`);
      const tables = sheet.tables.map((table) => ({ ...table, name: renamed(table.name) }));
      return { ...sheet, name: `Their ${key}`, tables };
    });
    const stored = Object.entries(known?.tables ?? {}).map(([key, table]) => [
      key,
      { ...table, name: renamed(table.name) },
    ]);
    const other = { ...known, instance: 2, tables: Object.fromEntries(stored) } as InstanceMetadata;
    const metadata = metadataXml({
      version: METADATA_VERSION,
      instances: [...metadataOf(this.blueprint).instances, other],
    });
    const [table] = theirs[0]?.tables ?? [];
    const { columns = {} } = other.tables["Results"] ?? {};
    return this.with((snapshot) =>
      totals.reduce<Snapshot>(
        (made, [name, total], i) =>
          [["name", name] as const, ["total", total] as const].reduce<Snapshot>((book, [key, value]) => {
            const [row, column] = [(table?.rect.row ?? 0) + 1 + i, table?.columns.indexOf(columns[key] ?? "") ?? -1];
            return withCell(book, "Their Results", row, (table?.rect.column ?? 0) + column, value);
          }, made),
        { ...snapshot, metadata, sheets: [...snapshot.sheets, ...theirs] },
      ),
    );
  }
  with(change: (snapshot: Snapshot) => Snapshot): TypedBook {
    return new TypedBook(this.method, this.blueprint, change(this.snapshot));
  }
  assess(language: "en" | "zh-CN" = "en"): Assessment {
    return assess(this.snapshot, { methods: [this.method], language });
  }
  /** What the registry's checks found. */
  found(language: "en" | "zh-CN" = "en"): readonly Finding[] {
    return this.assess(language).findings.filter(isOfData);
  }
}
