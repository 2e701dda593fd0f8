/**
 * Column widths: points in the model, characters of the default font in the file.
 * The default font is Calibri 11, whose widest digit is 7 pixels (ECMA-376 part 1, 18.3.1.13).
 */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

/** Points → the file's width, which counts padding: 48 → 9.140625. */
export function pointsToFileWidth(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.trunc((pixels / DIGIT) * 256) / 256;
}

/** The file's width → points: 9.140625 → 48. The formula is the standard's own. */
export function fileWidthToPoints(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * POINTS_PER_PIXEL;
}
