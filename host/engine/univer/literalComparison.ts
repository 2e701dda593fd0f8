/**
 * The operators = <> < > <= >= compare text as it stands. Univer 0.25.1 reads * and ? in the right-hand text as wildcards,
 * which Excel does only in criteria (COUNTIF, MATCH and their like), so that "North" = "*" was true.
 */
import type { BaseFunction, BaseValueObject, compareToken } from "@univerjs/engine-formula";

type FormulaPackage = typeof import("@univerjs/engine-formula");

/** Univer's own comparison, kept with the package: whoever patches again (another test file) starts from it, not from a patch. */
const ORIGINAL = Symbol.for("evenhand.compareBy");
/** Packages whose text objects have been patched. */
const patched = new WeakSet<object>();
/** True while an operator is being calculated. Calculation of one operator never waits, so it cannot leak. */
let isOperator = false;

function holds(left: string, right: string, operator: compareToken): boolean {
  switch (operator as string) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

type Compared = import("@univerjs/engine-formula").StringValueObject;
type Patchable = Compared & { [ORIGINAL]?: Compared["compareBy"] };

function patchText(formula: FormulaPackage): void {
  const prototype: Patchable = formula.StringValueObject.prototype;
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const withWildcards = (prototype[ORIGINAL] ??= prototype.compareBy);
  prototype.compareBy = function compareBy(value, operator, isCaseSensitive) {
    if (!isOperator || typeof value !== "string") return withWildcards.call(this, value, operator, isCaseSensitive);
    return formula.BooleanValueObject.create(
      holds(this.getValue().toLocaleLowerCase(), value.toLocaleLowerCase(), operator),
    );
  };
}

/** The function behind the comparing operators, in place of Univer's. */
export function comparison(formula: FormulaPackage): BaseFunction {
  patchText(formula);
  class Compare extends formula.BaseFunction {
    override minParams = 2;
    override maxParams = 2;
    #operator: compareToken = formula.compareToken.EQUALS;
    /** Called by Univer's parser before every calculation. */
    setCompareType(operator: compareToken): void {
      this.#operator = operator;
    }
    override calculate(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
      if (left.isError()) return left;
      if (right.isError()) return right;
      isOperator = true;
      try {
        return left.compare(right, this.#operator);
      } finally {
        isOperator = false;
      }
    }
  }
  return new Compare("COMPARE");
}
