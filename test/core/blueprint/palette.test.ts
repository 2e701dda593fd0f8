/** The palettes: whatever is chosen, people can read it, also in grey. */
import { PALETTES, type Palette } from "../../../src/core/blueprint/palette";

const part = (hex: string, from: number): number => {
  const value = parseInt(hex.slice(from, from + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5);
/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
const FILLS = ["inputFill", "warningFill", "errorFill", "noteFill"] as const;

describe.each(Object.entries(PALETTES))("the palette %s", (_, palette: Palette) => {
  it("has text that can be read on everything it stands on", () => {
    expect(contrast(palette.headInk, palette.headFill)).toBeGreaterThanOrEqual(4.5);
    for (const fill of FILLS) expect([fill, contrast(palette.ink, palette[fill]) >= 7]).toEqual([fill, true]);
    for (const ground of ["#FFFFFF", palette.inputFill])
      expect(contrast(palette.muted, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it("keeps heads apart from input and notes in grey", () => {
    for (const fill of FILLS) expect(contrast(palette.headFill, palette[fill])).toBeGreaterThanOrEqual(3);
    expect(luminance(palette.warningFill) - luminance(palette.errorFill)).toBeGreaterThan(0.1);
  });
});
