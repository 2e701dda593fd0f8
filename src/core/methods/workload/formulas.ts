/**
 * Formulas of the workload register: hours of each task in the period from how often and how long, hours that each person has,
 * and who has too much or room. A third party can follow every hour.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";

/** How often a task comes; in the order of the list. */
export const EVERY = ["daily", "weekly", "monthly", "once"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** How many days, weeks or months of work the period has; 0 for an unknown word. */
export const unitsFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const days = names.own.cell("WorkDays");
  const units = [days, `${days}/5`, `(${names.setting("To")}-${names.setting("From")}+1)/30.4375`, "1"];
  const every = cellOf(h, "every");
  return cellFormula(
    EVERY.reduceRight<string>(
      (rest, word, i) => `IF(${every}=${names.own.word(word)},${units[i] ?? "0"},${rest})`,
      "0",
    ),
  );
};
/** Hours of the task in the period; 0 where a number is missing or below 0. */
export const hoursFormula = (h: Headers): CellFormula => {
  const [times, minutes] = [cellOf(h, "times"), cellOf(h, "minutes")];
  return cellFormula(
    `IF(AND(ISNUMBER(${times}),ISNUMBER(${minutes})),ROUND(MAX(0,${times})*MAX(0,${minutes})/60*${cellOf(h, "units")},6),0)`,
  );
};

/** What a task lacks: person, how often, how long; else OK. */
export function taskCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [`AND(${isBlank(at("task"))},${isBlank(at("person"))})`, '""'],
    [isBlank(at("task")), names.own.word("noTask")],
    [`LEN(${at("known")})=0`, `IF(${isBlank(at("person"))},${names.own.word("nobody")},${names.word("unknown")})`],
    [`${at("units")}=0`, names.own.word("noEvery")],
    [`OR(NOT(ISNUMBER(${at("times")})),NOT(ISNUMBER(${at("minutes")})))`, names.word("incomplete")],
    [`OR(N(${at("times")})<0,N(${at("minutes")})<0)`, names.word("notNumber")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** How many tasks a person has. */
export const tasksOfFormula = (h: Headers, tasks: TableSource): CellFormula =>
  cellFormula(`COUNTIFS(${of(tasks, "known")},${cellOf(h, "id")},${of(tasks, "hours")},">0")`);

/** Hours of a person's tasks. */
export const plannedFormula = (h: Headers, tasks: TableSource): CellFormula =>
  cellFormula(`SUMIFS(${of(tasks, "hours")},${of(tasks, "known")},${cellOf(h, "id")})`);
/** Hours for tasks: days present × hours a day × share of full time, less the reserve for what nobody plans. */
export const availableFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const share = cellOf(h, "share");
  const days = `MAX(0,${names.own.cell("WorkDays")}-MAX(0,N(${cellOf(h, "absent")})))`;
  return cellFormula(
    `IF(ISNUMBER(${share}),ROUND(MAX(0,${share})*${days}*${names.own.cell("HoursPerDay")}*(1-${names.own.cell("Reserve")}),6),"")`,
  );
};

/** Hours planned ÷ hours available. */
export const loadFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "available")}),IF(${cellOf(h, "available")}>0,ROUND(${cellOf(h, "planned")}/${cellOf(h, "available")},9),""),"")`,
  );

/** Hours left. */
export const roomFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "available")}),ROUND(${cellOf(h, "available")}-${cellOf(h, "planned")},6),"")`);

/** Whether a person's load is known and within the limits. */
export function loadCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [`AND(NOT(ISNUMBER(${at("load")})),${at("planned")}>0)`, names.own.word("noTime")],
    [`${at("planned")}=0`, '""'],
    [`${at("load")}>${names.own.cell("OverLoad")}`, names.own.word("overloaded")],
    [`${at("load")}<${names.own.cell("UnderLoad")}`, names.own.word("underloaded")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// The second way, on Proof.

/** Σ times × minutes of a person's tasks of one rhythm. */
export const timesMinutesFormula = (
  names: InstanceNames,
  tasks: TableSource,
  person: string,
  every: (typeof EVERY)[number],
): CellFormula => {
  const [times, minutes] = [of(tasks, "times"), of(tasks, "minutes")];
  const whose = `--(${of(tasks, "person")}=${person}),--(${of(tasks, "every")}=${names.own.word(every)})`;
  return cellFormula(`SUMPRODUCT(${whose},--(${times}>0),--(${minutes}>0),${times},${minutes})`);
};
/** Hours of the period from the sums by rhythm, in the order of the rhythms. */
export const plannedAgainFormula = (names: InstanceNames, sums: readonly string[]): CellFormula => {
  const [daily, weekly, monthly, once] = sums;
  const days = names.own.cell("WorkDays");
  const months = `(${names.setting("To")}-${names.setting("From")}+1)/30.4375`;
  return cellFormula(
    `ROUND((${String(daily)}*${days}+${String(weekly)}*${days}/5+${String(monthly)}*${months}+${String(once)})/60,6)`,
  );
};
/** Hours at hand: full time less absence, times the share, less the reserve. */
export const availableAgainFormula = (names: InstanceNames, share: string, absent: string): CellFormula => {
  const [days, hours] = [names.own.cell("WorkDays"), names.own.cell("HoursPerDay")];
  const whole = `${hours}*(${days}-MIN(${days},MAX(0,N(${absent}))))`;
  return cellFormula(
    `IF(ISNUMBER(${share}),ROUND((${whole}-${whole}*${names.own.cell("Reserve")})*MAX(0,${share}),6),"")`,
  );
};
/** One by the other, where there is any. */
export const loadAgainFormula = (planned: string, available: string): CellFormula =>
  cellFormula(`IF(N(${available})>0,ROUND(${planned}/${available},9),"")`);

// The page for one person, from cells of the page.

/** "18 × 10 ÷ 60 × 124": how the hours of a task come about; empty where a number is missing. */
export const hoursOfTask: ItemExpression = (at) =>
  `IF(AND(ISNUMBER(${at("times")}),ISNUMBER(${at("minutes")}),${at("units")}>0),` +
  `${at("times")}&" × "&${at("minutes")}&" ÷ "&60&" × "&ROUND(${at("units")},2),"")`;
/** Hours with one decimal; empty where there are none. */
export const roundedHoursFormula = (hours: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${hours}),ROUND(${hours},1),"")`);
/** "(124 − 15) × 8 × 100% × 85% = 741.2": hours that somebody has; empty where they are not known. */
export const ownAvailableFormula = (
  names: InstanceNames,
  { share, absent, hours }: { readonly share: string; readonly absent: string; readonly hours: string },
): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${hours}),"("&${names.own.cell("WorkDays")}&" − "&MAX(0,N(${absent}))&") × "&${names.own.cell("HoursPerDay")}&` +
      `" × "&ROUND(100*${share},1)&"% × "&ROUND(100*(1-${names.own.cell("Reserve")}),1)&"% = "&ROUND(${hours},1),"")`,
  );
/** "620 ÷ 741.2 = 84%"; empty without a load. */
export const ownLoadFormula = (planned: string, available: string, load: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${load}),ROUND(${planned},1)&" ÷ "&ROUND(${available},1)&" = "&ROUND(100*${load},0)&"%","")`,
  );
/** "741.2 − 620 = 121.2"; empty where no hours are known. */
export const ownRoomFormula = (available: string, planned: string, room: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${room}),ROUND(${available},1)&" − "&ROUND(${planned},1)&" = "&ROUND(${room},1),"")`);
/** "70% – 110%": the loads between which nothing is said. */
export const limitsFormula = (names: InstanceNames): CellFormula => {
  const percent = (key: string): string => `ROUND(100*${names.own.cell(key)},0)&"%`;
  return cellFormula(`${percent("UnderLoad")} – "&${percent("OverLoad")}"`);
};

// The sheet that is handed out.

/** "18 × 10 · a day": how often, minutes each, in which time. */
export const timesLine: ItemExpression = (at) => `${at("times")}&" × "&${at("minutes")}&" · "&${at("every")}`;
/** Times a day and minutes of the example's task, and days absent of its person. */
const EXAMPLE = { times: 20, minutes: 15, absent: 10 };
const exampleHours = (names: InstanceNames): string =>
  `${String(EXAMPLE.times)}*${String(EXAMPLE.minutes)}/60*${names.own.cell("WorkDays")}`;
const exampleAvailable = (names: InstanceNames): string =>
  `MAX(0,${names.own.cell("WorkDays")}-${String(EXAMPLE.absent)})*${names.own.cell("HoursPerDay")}*(1-${names.own.cell("Reserve")})`;
/** "20 × 15 ÷ 60 × 124 = 620": hours of a task of every day. */
export const hoursStepFormula = (names: InstanceNames): CellFormula =>
  cellFormula(
    `${String(EXAMPLE.times)}&" × "&${String(EXAMPLE.minutes)}&" ÷ "&60&" × "&${names.own.cell("WorkDays")}&" = "&ROUND(${exampleHours(names)},1)`,
  );
/** "(124 − 10) × 8 × 85% = 775.2": hours that there are. */
export const availableStepFormula = (names: InstanceNames): CellFormula =>
  cellFormula(
    `"("&${names.own.cell("WorkDays")}&" − "&${String(EXAMPLE.absent)}&") × "&${names.own.cell("HoursPerDay")}&" × "&` +
      `ROUND(100*(1-${names.own.cell("Reserve")}),1)&"% = "&ROUND(${exampleAvailable(names)},1)`,
  );
/** "620 ÷ 775.2 = 80%"; empty where there are no hours. */
export const loadStepFormula = (names: InstanceNames): CellFormula => {
  const [hours, available] = [exampleHours(names), exampleAvailable(names)];
  return cellFormula(
    `IF(${available}<=0,"",ROUND(${hours},1)&" ÷ "&ROUND(${available},1)&" = "&ROUND(100*${hours}/(${available}),0)&"%")`,
  );
};
