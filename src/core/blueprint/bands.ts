/** The bands of a workbook that is made: names and lower ends. */
import { FIVE_POINTS } from "../model/pointScale";
import type { BuildContext } from "./context";

/** Lower ends of the bands, worst first; the first one takes everything below. */
export const USUAL_LIMITS: Readonly<Record<"attainment" | "points", readonly number[]>> = {
  attainment: [-1_000_000, 60, 90, 103, 112],
  points: [-1_000_000, 60, 70, 80, 90],
};

/** The bands, worst first: those of the template, of the method, or the usual ones of its scale. */
export function bandsOf({
  own,
  template,
  text,
  language,
  scale = FIVE_POINTS,
}: BuildContext): readonly { readonly from: number; readonly name: string }[] {
  const { bands: said } = template;
  if (said !== undefined) return said.map(({ from, name }) => ({ from, name: name[language] }));
  const key = own?.bands?.key ?? "band";
  const from = own?.bands?.from ?? USUAL_LIMITS[template.scale];
  const limits = typeof from === "function" ? from(scale) : from;
  return limits.map((limit, i) => ({ from: limit, name: text(`${key}.${String(i + 1)}`) }));
}
