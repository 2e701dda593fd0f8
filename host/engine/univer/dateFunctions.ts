/** EDATE as Excel has it: the day is cut to the month's last (Univer 0.25.1 lets it run over into the next month). */
import type { BaseFunction, BaseValueObject } from "@univerjs/engine-formula";

type FormulaPackage = typeof import("@univerjs/engine-formula");

const DAY = 86_400_000;
/** Serial 0 of the 1900 system, as far as dates after February 1900 are concerned. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial of the same day `months` later, or of that month's last day. */
export function addMonths(serial: number, months: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  const month = date.getUTCMonth() + Math.trunc(months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Math.round((Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last)) - EPOCH) / DAY);
}

export function dateFunctions(formula: FormulaPackage): BaseFunction[] {
  class Edate extends formula.BaseFunction {
    override minParams = 2;
    override maxParams = 2;
    override calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject {
      for (const argument of [start, months]) if (argument.isError()) return argument;
      const serial = Number(single(start).getValue());
      const count = Number(single(months).getValue());
      if (!Number.isFinite(serial) || !Number.isFinite(count))
        return formula.ErrorValueObject.create(formula.ErrorType.VALUE);
      const result = addMonths(serial, count);
      return result < 0
        ? formula.ErrorValueObject.create(formula.ErrorType.NUM)
        : formula.NumberValueObject.create(result);
    }
  }
  return [new Edate("EDATE")];
}

function single(value: BaseValueObject): BaseValueObject {
  return value.isArray()
    ? ((value as BaseValueObject & { get(row: number, column: number): BaseValueObject | null }).get(0, 0) ?? value)
    : value;
}
