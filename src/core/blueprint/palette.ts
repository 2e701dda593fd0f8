/** The one palette: eight colours, told apart in grey as well. Everything else follows the client's theme. */
import type { PaletteColor } from "./types";

export const PALETTE: Readonly<Record<PaletteColor, string>> = {
  ink: "#1B2A27",
  muted: "#5F6B68",
  inputFill: "#FFF8DC",
  headFill: "#0F6B5C",
  headInk: "#FFFFFF",
  warningFill: "#FFE7A8",
  errorFill: "#F8C9C4",
  noteFill: "#DCEBF7",
};
