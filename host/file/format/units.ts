/**
 * Column widths: points in the model, characters of the default font in the file.
 * The default font is Calibri 11, whose widest digit is 7 pixels; a cell has 5 pixels of padding (ECMA-376 part 1, 18.3.1.13).
 */
const DIGIT = 7;
const PADDING = 5;
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

/** Standard width in characters as a person sees it (8.43) → the file's width (9.140625). */
export function charactersToFileWidth(characters: number): number {
  return Math.trunc(((Math.round(characters * DIGIT) + PADDING) / DIGIT) * 256) / 256;
}

/** 9.140625 → 8.43. */
export function fileWidthToCharacters(width: number): number {
  const pixels = fileWidthToPoints(width) / POINTS_PER_PIXEL;
  return Math.max(0, Math.round(((pixels - PADDING) / DIGIT) * 100) / 100);
}
