import { least, most, shown, within } from "../../bench/measure/line";
import { mediansOf } from "../../bench/measure/clock";
import { bundleLines } from "../../bench/measure/bundle";

describe("figures of the bench", () => {
  it("keep their budget, exceed it, or have none", () => {
    const figure = (value: number, budget: ReturnType<typeof most>) => within({ name: "", value, unit: "×", budget });
    expect([figure(4, most(4)), figure(4.1, most(4)), figure(10, least(10)), figure(9.9, least(10))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(within(shown("loop", 3, "ms"))).toBeNull();
  });
  it("are measured in turn, each as often as the others", () => {
    const order: string[] = [];
    const times = mediansOf([() => order.push("a"), () => order.push("b")], 3);
    expect(order).toEqual(Array.from({ length: 6 }, () => ["a", "b"]).flat());
    expect(times.every((time) => time >= 0)).toBe(true);
  });
  it("leave out the sizes of a build that is not there", async () => {
    expect(await bundleLines("test/tools")).toEqual([]);
  });
});
