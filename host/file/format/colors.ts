/** Colours of a file: plain, indexed, or of the theme with a tint, as "#RRGGBB". */
import { attribute, child, children, flagAttribute, localName, numberAttribute, parseXml } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";

/** The old palette, 8 to 63 (ECMA-376 part 1, 18.8.27); 0 to 7 repeat 8 to 15. */
const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333";
const INDEXED = PALETTE.split(" ");

export interface Theme {
  /** By the index that cells use: light 1, dark 1, light 2, dark 2, six accents, link, followed link. */
  readonly colors: readonly string[];
}
const OFFICE_THEME: Theme = {
  colors: [
    "FFFFFF",
    "000000",
    "E7E6E6",
    "44546A",
    "5B9BD5",
    "ED7D31",
    "A5A5A5",
    "FFC000",
    "4472C4",
    "70AD47",
    "0563C1",
    "954F72",
  ],
};

export function readTheme(xml: string | null): Theme {
  const scheme = xml === null ? null : child(parseXml(xml), "themeElements", "clrScheme");
  if (scheme === null) return OFFICE_THEME;
  const byName = new Map<string, string>();
  for (const entry of children(scheme)) {
    const color = children(entry)[0] ?? null;
    byName.set(localName(entry), attribute(color, "lastClr") ?? attribute(color, "val") ?? "000000");
  }
  const order = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
  ];
  return { colors: order.map((name, i) => byName.get(name) ?? OFFICE_THEME.colors[i] ?? "000000") };
}

/** Lightens (tint above 0) or darkens a colour in HSL, as 18.8.19 says. */
function tinted(hex: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = max - min;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * light - 1));
  const nextChroma = saturation * (1 - Math.abs(2 * target - 1));
  const channel = (value: number): string => {
    const place = chroma === 0 ? 0 : (value - light) / chroma;
    return Math.round(Math.min(1, Math.max(0, target + place * nextChroma)) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return [r, g, b].map(channel).join("").toUpperCase();
}

/** The colour an element states (rgb, theme, indexed), or null for automatic or none. */
export function readColor(element: Element | null, theme: Theme): string | null {
  if (element === null || flagAttribute(element, "auto")) return null;
  const tint = numberAttribute(element, "tint") ?? 0;
  const rgb = attribute(element, "rgb");
  const themed = numberAttribute(element, "theme");
  const indexed = numberAttribute(element, "indexed");
  let hex: string | undefined;
  if (rgb !== undefined) hex = rgb.slice(-6);
  else if (themed !== undefined) hex = theme.colors[themed];
  else if (indexed !== undefined) hex = indexed < 8 ? INDEXED[indexed] : INDEXED[indexed - 8];
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return null;
  return `#${tint === 0 ? hex.toUpperCase() : tinted(hex, tint)}`;
}

/** "#1F4E79" → "FF1F4E79"; null when it is no colour of that form. */
export function colorToFile(color: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(color) ? `FF${color.slice(1).toUpperCase()}` : null;
}
