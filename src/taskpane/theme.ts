/** How the pane looks: our brand ramp, and the theme that Office or the system asks for. A port: it reads Office. */
import { createDarkTheme, createLightTheme, teamsHighContrastTheme } from "@fluentui/react-components";
import type { BrandVariants, Theme } from "@fluentui/react-components";

export type Look = "light" | "dark" | "contrast";

const brand: BrandVariants = {
  10: "#01100f",
  20: "#06211f",
  30: "#083532",
  40: "#08443f",
  50: "#07534d",
  60: "#06625b",
  70: "#08716a",
  80: "#0b7a71",
  90: "#23897f",
  100: "#3c978e",
  110: "#55a69d",
  120: "#6fb5ad",
  130: "#8ac5bd",
  140: "#a5d4ce",
  150: "#c2e4df",
  160: "#dff3f0",
};

export const THEMES: Readonly<Record<Look, Theme>> = {
  light: createLightTheme(brand),
  dark: {
    ...createDarkTheme(brand),
    colorBrandForeground1: brand[120],
    colorBrandForeground2: brand[130],
    colorBrandForegroundLink: brand[120],
    // Fluent's own red is too dark for small print on a button that is pressed.
    colorStatusDangerForeground1: "#eeacb2",
  },
  contrast: teamsHighContrastTheme,
};

/** Forced colours first, then `?theme=` (the workbench's switch), then Office's theme, then the system's. */
export function currentLook(): Look {
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked === "light" || asked === "dark" || asked === "contrast") return asked;
  const dark = officeIsDark() ?? matchMedia("(prefers-color-scheme: dark)").matches;
  return dark ? "dark" : "light";
}

/** Undefined where Office tells no theme (Excel on the web). */
function officeIsDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  const context = Office.context as Partial<Office.Context> | undefined;
  const background = context?.officeTheme?.bodyBackgroundColor;
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (!match) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}

/** Tells when the look may have changed; Excel has no theme event, so coming back to the pane asks again. */
export function onLookChange(listener: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  addEventListener("focus", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
    removeEventListener("focus", listener);
  };
}
