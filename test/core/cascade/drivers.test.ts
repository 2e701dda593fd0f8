import fc from "fast-check";
import { explainGap, type Driver, type DriverRule } from "../../../src/core/cascade/drivers";

const driver = (id: string, plan: number | null, actual: number | null): Driver => ({ id, plan, actual });

/** Every order of moving the drivers from plan to actual, one by one: the long way to the same shares. */
function byAllOrders(rule: DriverRule, drivers: readonly Driver[]): number[] {
  const result = (values: readonly number[]): number =>
    rule === "sum"
      ? values.reduce((a, b) => a + b, 0)
      : rule === "product"
        ? values.reduce((a, b) => a * b, 1)
        : (values[0] ?? 0) / (values[1] ?? 0);
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0 ? [[]] : left.flatMap((i) => orders(left.filter((j) => j !== i)).map((rest) => [i, ...rest]));
  const all = orders(drivers.map((_, i) => i));
  const amounts = drivers.map(() => 0);
  for (const order of all) {
    const values = drivers.map(({ plan }) => plan ?? 0);
    for (const i of order) {
      const before = result(values);
      values[i] = drivers[i]?.actual ?? 0;
      amounts[i] = (amounts[i] ?? 0) + (result(values) - before) / all.length;
    }
  }
  return amounts;
}

describe("the driver that explains a gap", () => {
  it("of a product of two is its difference times the mean of the other", () => {
    // 1,000 visits × 5 % planned, 1,200 × 4 % came: +200 × 4.5 % and −1 point × 1,100.
    expect(explainGap("product", [driver("visits", 1000, 1200), driver("rate", 0.05, 0.04)])).toMatchObject({
      ok: true,
      value: {
        plan: 50,
        actual: 48,
        gap: -2,
        drivers: [
          { id: "visits", amount: expect.closeTo(9, 9) },
          { id: "rate", amount: expect.closeTo(-11, 9) },
        ],
        main: "rate",
      },
    });
  });
  it("of a sum is its own difference", () => {
    expect(explainGap("sum", [driver("wages", 60, 66), driver("rent", 40, 38)])).toEqual({
      ok: true,
      value: {
        plan: 100,
        actual: 104,
        gap: 4,
        drivers: [
          { id: "wages", amount: 6, share: 1.5 },
          { id: "rent", amount: -2, share: -0.5 },
        ],
        main: "wages",
      },
    });
  });
  it("of a ratio may be numerator or denominator", () => {
    // 80 of 100 passed as planned; 80 of 160 came: only the denominator moved.
    expect(explainGap("ratio", [driver("passed", 80, 80), driver("checked", 100, 160)])).toMatchObject({
      ok: true,
      value: { gap: expect.closeTo(-0.3, 12), main: "checked", drivers: [{ amount: 0 }, { share: 1 }] },
    });
  });
  it("is nobody where there is no gap", () => {
    expect(explainGap("sum", [driver("a", 1, 2), driver("b", 2, 1)])).toMatchObject({
      ok: true,
      value: { gap: 0, main: null, drivers: [{ amount: 1, share: null }, { amount: -1 }] },
    });
  });
  it("leaves no rest, does not depend on the order, and agrees with all orders gone through", () => {
    const figure = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.constantFrom("sum", "product", "ratio" as const),
        fc.array(fc.tuple(figure, figure), { minLength: 2, maxLength: 5 }),
        (rule, pairs) => {
          const all = pairs.map(([plan, actual], i) => driver(`d${String(i)}`, plan, actual));
          const drivers = rule === "ratio" ? all.slice(0, 2).map((d, i) => (i === 0 ? d : driver("d1", 3, 5))) : all;
          const result = explainGap(rule, drivers);
          const turned = explainGap(rule, rule === "ratio" ? drivers : [...drivers].reverse());
          if (!result.ok || !turned.ok) throw new Error("refused");
          const amounts = result.value.drivers.map(({ amount }) => amount);
          expect(amounts.reduce((a, b) => a + b, 0)).toBeCloseTo(result.value.gap, 8);
          byAllOrders(rule, drivers).forEach((amount, i) => {
            expect(amounts[i]).toBeCloseTo(amount, 8);
          });
          for (const { id, amount } of turned.value.drivers)
            expect(amount).toBeCloseTo(result.value.drivers.find((same) => same.id === id)?.amount ?? Number.NaN, 8);
        },
      ),
    );
  });
  it("is refused where a figure is not known, a base is 0, or a ratio has three parts", () => {
    expect(explainGap("sum", [])).toMatchObject({ reason: "empty" });
    expect(explainGap("sum", [driver("a", 1, null)])).toEqual({
      ok: false,
      reason: "missing-parameter",
      params: { needs: "a" },
    });
    expect(explainGap("ratio", [driver("a", 1, 1), driver("b", 0, 1)])).toMatchObject({ reason: "out-of-range" });
    expect(explainGap("ratio", [driver("a", 1, 1), driver("b", 1, 1), driver("c", 1, 1)])).toMatchObject({
      reason: "shape",
    });
    const many = Array.from({ length: 13 }, (_, i) => driver(String(i), 1, 1));
    expect(explainGap("sum", many)).toMatchObject({ reason: "out-of-range" });
  });
});
