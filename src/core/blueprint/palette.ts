/**
 * The palettes: eight colours each, told apart in grey as well; a test holds each to the contrasts that a person can read.
 * Everything else follows the client's theme.
 */
import type { PaletteColor } from "./types";

export type Palette = Readonly<Record<PaletteColor, string>>;

export const PALETTE_IDS = ["green", "blue", "violet", "wine", "slate"] as const;
export type PaletteId = (typeof PALETTE_IDS)[number];

/** What is not a matter of taste: text, warnings and errors look the same everywhere. */
const COMMON = {
  headInk: "#FFFFFF",
  warningFill: "#FFE7A8",
  errorFill: "#F8C9C4",
} as const;

export const PALETTES: Readonly<Record<PaletteId, Palette>> = {
  green: {
    ...COMMON,
    ink: "#1B2A27",
    muted: "#5F6B68",
    inputFill: "#FFF8DC",
    headFill: "#0F6B5C",
    noteFill: "#DCEBF7",
  },
  blue: {
    ...COMMON,
    ink: "#172536",
    muted: "#5A6776",
    inputFill: "#FFF8DC",
    headFill: "#1F4E8C",
    noteFill: "#DCEBF7",
  },
  violet: {
    ...COMMON,
    ink: "#251D33",
    muted: "#686076",
    inputFill: "#FFF8DC",
    headFill: "#5B3E8F",
    noteFill: "#E8E0F5",
  },
  wine: {
    ...COMMON,
    ink: "#2E1B20",
    muted: "#6F6064",
    inputFill: "#FFF8DC",
    headFill: "#8A2B45",
    noteFill: "#DFEAF2",
  },
  slate: {
    ...COMMON,
    ink: "#20262B",
    muted: "#5D666E",
    inputFill: "#FFF8DC",
    headFill: "#37474F",
    noteFill: "#E1E8ED",
  },
};

/** The usual one. */
export const PALETTE: Palette = PALETTES.green;
