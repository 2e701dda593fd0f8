/** Numbers as a person of a culture types them. */

/** The sign between whole and part: "." or ",". */
export const decimalSign = (culture: string): string =>
  new Intl.NumberFormat(culture).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";

/** The number of a text, null for none; both widths of digits, blanks and the culture's own groups are taken. */
export function parseNumber(text: string, sign: string): number | null {
  const group = sign === "," ? "." : ",";
  const plain = text
    .normalize("NFKC")
    .replace(/[\s'’]/g, "")
    .replace("−", "-");
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${sign}\\d+)?$`).test(plain);
  const number = (grouped ? plain.replaceAll(group, "") : plain).replace(sign, ".");
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null;
}

export const numberText = (value: number | undefined, sign: string): string =>
  value === undefined ? "" : String(value).replace(".", sign);
