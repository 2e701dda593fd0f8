/** Which roles a header or label can play, by the dictionary: exact words, typos, and words inside longer headers. */
import { DICTIONARY, type SheetRole } from "./dictionary";

/** Most names and labels: nothing in them that has to be brought into one form first. */
const PLAIN_WORDS = /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/;

/** The form headers are compared in: no brackets with their content, accents, blanks, punctuation or capitals. */
export function headerForm(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.replace(/[ ._-]+/g, "").toLowerCase();
  const bare = text
    .normalize("NFKC")
    .replace(/[([{【〔].*?[)\]}】〕]/gs, "")
    .replace(/\d+(?:[.,]\d+)?\s*%/g, "");
  const open = bare.trim() === "" && text.trim() !== "" ? text.normalize("NFKC") : bare;
  const plain = open
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .toLowerCase();
  const stripped = plain.replace(/[^\p{L}\p{N}]/gu, "");
  return stripped === "" ? plain.replace(/\s/g, "") : stripped;
}

const WORDS = new Map<string, SheetRole[]>();
for (const role of Object.keys(DICTIONARY) as SheetRole[])
  for (const list of Object.values(DICTIONARY[role]))
    for (const word of list.split("|")) {
      const form = headerForm(word);
      const roles = WORDS.get(form) ?? [];
      if (!roles.includes(role)) WORDS.set(form, [...roles, role]);
    }
/** Words long enough for typos, by their first letter: a typo there is too rare to look for. */
const LONG_WORDS = new Map<string, string[]>();
for (const word of WORDS.keys())
  if (word.length >= 6 && /^[a-z]+$/.test(word))
    LONG_WORDS.set(word.charAt(0), [...(LONG_WORDS.get(word.charAt(0)) ?? []), word]);

/** Whether two words differ by at most `most` insertions, deletions, changes or swaps of neighbours. */
function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return (last[b.length] ?? most + 1) <= most;
}

export interface Heard {
  readonly roles: readonly SheetRole[];
  /** 1 exact, 0.8 with a typo, 0.6 as part of a longer header, 0 unknown. */
  readonly sure: number;
}
const UNKNOWN: Heard = { roles: [], sure: 0 };
const heard = new Map<string, Heard>();

const MOST_DIGITS = 2;
/** In shorter words two letters make another one: "total maths" is no "total marks". */
const LONG_WORD = 11;
/** Words of their own that are a letter or two away from others. */
const NO_TYPO = /^per[cs][ea]ntages?$/;

function listen(text: string): Heard {
  const form = headerForm(text);
  if (form === "" || form.length > 60) return UNKNOWN;
  const exact = WORDS.get(form);
  if (exact !== undefined) return { roles: exact, sure: 1 };
  const unnumbered = form.replace(/^\d+|\d+$/g, "");
  // A letter with many digits ("W20240017") is a number of somebody.
  const isId = unnumbered.length === 1 && form.length - unnumbered.length > MOST_DIGITS;
  const bare = isId ? undefined : WORDS.get(unnumbered);
  if (bare !== undefined) return { roles: bare, sure: 0.8 };
  if (NO_TYPO.test(form)) return UNKNOWN;
  const near = LONG_WORDS.get(form.charAt(0))?.find((word) => isNear(form, word, word.length >= LONG_WORD ? 2 : 1));
  if (near !== undefined) return { roles: WORDS.get(near) ?? [], sure: 0.8 };
  return listenInside(text, form);
}

const WEIGHTED =
  /^(weighted|gewichtete?[rns]?|ponderad[oa]|ponderee?|terbobot|gewogen|agirlikli|взвешенн(ыи|ая|ое|ые))$/;
/** A final exam is one of the marks, and "% of value" no weight. */
const NO_LEADS = /^(final|result|[^\p{L}]*)$/u;

/** "Applicant #1 Rating", "2026 total score", "直属上级评分": the last known word decides. */
function listenInside(text: string, form: string): Heard {
  const parts = text
    .normalize("NFKC")
    .replace(/[([{【〔].*?[)\]}】〕]/gs, " ")
    .split(/[\s/:：,，、;_-]+/)
    .filter((part) => part !== "");
  if (parts.length > 1 && parts.length <= 5) {
    // "Weighted achievement", "gewichtete Bewertung": whatever is weighted.
    if (WEIGHTED.test(headerForm(parts[0] ?? ""))) return { roles: ["weighted"], sure: 0.6 };
    for (let length = Math.min(3, parts.length); length >= 1; length -= 1) {
      const word = headerForm(parts.slice(-length).join(" "));
      // "Accuracy %" is measured in per cent and weighs nothing.
      const roles = /\p{L}/u.test(word) ? (WORDS.get(word) ?? []) : [];
      const useful = roles.filter((role) => role !== "foreign" && role !== "id" && role !== "person");
      if (useful.length > 0) return { roles: useful, sure: 0.6 };
    }
    const lead = headerForm(parts[0] ?? "");
    const first = (NO_LEADS.test(lead) ? [] : (WORDS.get(lead) ?? [])).filter(
      (role) => role === "weight" || role === "total" || role === "rank" || role === "weighted",
    );
    if (first.length > 0) return { roles: first, sure: 0.6 };
  }
  if (/[\u3400-\u9fff]/.test(form))
    for (let length = form.length - 1; length >= 2; length -= 1) {
      const roles = WORDS.get(form.slice(-length)) ?? WORDS.get(form.slice(0, length));
      if (roles !== undefined) return { roles: roles.filter((role) => role !== "foreign"), sure: 0.6 };
    }
  return UNKNOWN;
}

/** As many texts are remembered: the names of a large sheet are heard again at every recheck. */
const MOST_HEARD = 30_000;

/** What a header or label says; remembered, for sheets repeat their words. */
export function hear(text: string): Heard {
  const known = heard.get(text);
  if (known !== undefined) return known;
  const found = listen(text);
  if (heard.size < MOST_HEARD) heard.set(text, found);
  return found;
}

/** Whether a text plays a role at least this surely. */
export const says = (text: string, role: SheetRole, least = 0.6): boolean => {
  const { roles, sure } = hear(text);
  return sure >= least && roles.includes(role);
};

/** Whole names and the usual three letters: "Mark", "Market" and "Decision" begin like months and are none. */
const MONTHS =
  "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec" +
  "|january|february|march|april|june|july|august|september|october|november|december" +
  "|januar|februar|marz|mai|juni|juli|oktober|dezember" +
  "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre" +
  "|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro" +
  "|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre" +
  "|januari|februari|maret|mei|agustus|desember" +
  "|maart|augustus|ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik" +
  "|январь|февраль|март|апрель|маи|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь";
const PERIOD = new RegExp(
  `^(q[1-4]|[1-4]q|h[12]|fy\\d*|(1[349]|2[05])\\d{2}|\\d{4}(年|年度)|\\d{1,2}月|${MONTHS}|fullyear|第?[一二三四]季度)(\\d{2,4})?$`,
);
/** "Q1'15", "Jan 2026", "3月": a period as a header. */
export const isPeriod = (text: string): boolean => PERIOD.test(headerForm(text));

const LEVEL = /\d(?:[.,]\d+)?\s*(?:pts?|points?|punkte|puntos|pontos|punten|puan|poin|điểm)\b|\d分|\d\s*балл/i;
/** "Very good 4 Pts", "3分 良好": a level of a rubric with its points. */
export const isLevel = (text: string): boolean => LEVEL.test(text);

const DIRECTION =
  /^([+\-−–]|benefit|cost|max|min|↑|↓|越大越好|越小越好|正向|负向|keuntungan|biaya|beneficio|costo|nutzen|kosten|bénéfice|coût|baten|fayda|maliyet|benefício|custo|maximi[sz]e|minimi[sz]e|beneficial|non[- ]?beneficial|nb|(?:higher|lower|more|less) is better)$/i;
const LOWER =
  /^([-−–]|cost|min|↓|越小越好|负向|biaya|costo|kosten|coût|custo|maliyet|minimi[sz]e|non[- ]?beneficial|nb|(?:lower|less) is better)$/i;
/** "+", "Benefit", "越小越好": says in which direction a criterion is better. */
export const isDirectionText = (text: string): boolean => DIRECTION.test(text);
/** Of those, the ones that say that less is better. */
export const isLowerBetter = (text: string): boolean => LOWER.test(text);
