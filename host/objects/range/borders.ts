/** Excel.RangeBorderCollection and RangeBorder: lines at the edges of a range and inside it. */
import type { Rect } from "../../../src/core/model/a1";
import { HostError } from "../../model/api";
import { formatAt } from "../../model/cellStore";
import type { Border, BorderEdge } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { Collection, sameKey } from "../collection";
import { checkedColor } from "../colors";
import { oneOf } from "../checks";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";
import { commonOf, formatsIn } from "./commonFormat";

type Source = RangeObject & { readonly $context: HostContext };
const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];
const STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const satisfies readonly Border["style"][];
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const NO_BORDER: Border = { style: "None" };

interface EdgePart {
  readonly rect: Rect;
  readonly edge: BorderEdge;
}

/** The cells and edges that make up a side of a rectangle; lines inside belong to both neighbours. */
function partsOf(rect: Rect, side: Side): readonly EdgePart[] {
  const lastRow = rect.row + rect.rows - 1;
  const lastColumn = rect.column + rect.columns - 1;
  switch (side) {
    case "EdgeTop":
      return [{ rect: { ...rect, rows: 1 }, edge: side }];
    case "EdgeBottom":
      return [{ rect: { ...rect, row: lastRow, rows: 1 }, edge: side }];
    case "EdgeLeft":
      return [{ rect: { ...rect, columns: 1 }, edge: side }];
    case "EdgeRight":
      return [{ rect: { ...rect, column: lastColumn, columns: 1 }, edge: side }];
    case "InsideHorizontal":
      if (rect.rows < 2) return [];
      return [
        { rect: { ...rect, rows: rect.rows - 1 }, edge: "EdgeBottom" },
        { rect: { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, edge: "EdgeTop" },
      ];
    case "InsideVertical":
      if (rect.columns < 2) return [];
      return [
        { rect: { ...rect, columns: rect.columns - 1 }, edge: "EdgeRight" },
        { rect: { ...rect, column: rect.column + 1, columns: rect.columns - 1 }, edge: "EdgeLeft" },
      ];
    default:
      return [];
  }
}

export class RangeBorder implements HostObject, HostOf<Excel.RangeBorder> {
  readonly #source: Source;
  readonly #side: Side;
  constructor(source: Source, side: Side) {
    this.#source = source;
    this.#side = side;
  }
  get $id(): string {
    return this.#side;
  }
  get sideIndex(): Side {
    return this.#side;
  }
  get style(): Border["style"] | null {
    return this.#read((border) => border.style);
  }
  set style(value: unknown) {
    const style = oneOf(STYLES, value);
    this.#write((border) => (style === "None" ? NO_BORDER : { weight: "Thin", color: "#000000", ...border, style }));
  }
  get weight(): NonNullable<Border["weight"]> | null {
    return this.#read((border) => border.weight ?? "Thin");
  }
  set weight(value: unknown) {
    const weight = oneOf(WEIGHTS, value);
    this.#write((border) => ({ ...border, style: border.style === "None" ? "Continuous" : border.style, weight }));
  }
  get color(): string | null {
    return this.#read((border) => border.color ?? "#000000");
  }
  set color(value: unknown) {
    const color = checkedColor(value);
    this.#write((border) => ({ ...border, style: border.style === "None" ? "Continuous" : border.style, color }));
  }

  #read<T>(read: (border: Border) => T): T | null {
    const { $sheet, $rect } = this.#source;
    const part = partsOf($rect, this.#side)[0];
    if (!part) return read(NO_BORDER);
    return commonOf(formatsIn($sheet, part.rect), (format) => read(format.borders?.[part.edge] ?? NO_BORDER));
  }
  /** The line of the first cell is changed and drawn along the whole side. */
  #write(change: (border: Border) => Border): void {
    const { $sheet, $rect, $context } = this.#source;
    if (this.#side.startsWith("Diagonal")) {
      throw new HostError("NotImplemented", "The stand-in host draws no diagonal borders.", 501);
    }
    for (const { rect, edge } of partsOf($rect, this.#side)) {
      const first = formatAt($sheet, rect.row, rect.column).borders?.[edge] ?? NO_BORDER;
      $context.model.setFormat($sheet.id, rect, { borders: { [edge]: change(first) } });
    }
  }
}

export class RangeBorderCollection extends Collection<RangeBorder> implements HostOf<Excel.RangeBorderCollection> {
  static readonly hidden = ["count"];
  readonly #source: Source;
  constructor(source: Source) {
    super();
    this.#source = source;
  }
  get count(): number {
    return SIDES.length;
  }
  override $items(): readonly RangeBorder[] {
    return SIDES.map((side) => new RangeBorder(this.#source, side));
  }
  override $answers(item: RangeBorder, key: string | number): boolean {
    return sameKey(item.sideIndex, key);
  }
  getItemAt(index: number): RangeBorder {
    return this.$at(index);
  }
}
