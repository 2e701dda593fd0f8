/** Colours as add-ins write them: "#RRGGBB" or a name of HTML; Excel answers in upper case. */
import { invalidArgument } from "../model/refusals";

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  navy: "#000080",
  teal: "#008080",
  maroon: "#800000",
  olive: "#808000",
  lime: "#00FF00",
  aqua: "#00FFFF",
  fuchsia: "#FF00FF",
};

/** "#RRGGBB" in upper case. Throws InvalidArgument for anything else than a colour. */
export function checkedColor(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  const color = NAMED[value.toLowerCase()] ?? value;
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw invalidArgument();
  return color.toUpperCase();
}
