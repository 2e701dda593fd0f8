import { readFileSync } from "node:fs";
import { attainmentExamples } from "./attainment";
import { orderExamples } from "./ordersAndWeights";
import { peopleExamples } from "./peopleAndRaters";
import { totalExamples } from "./totals";

interface WorkedExample {
  readonly id: string;
  readonly kind: string;
  readonly source: { readonly title: string; readonly locator: string };
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: number;
}
const examples = JSON.parse(readFileSync("test/fixtures/workedExamples.json", "utf8")) as readonly WorkedExample[];
const runners = { ...totalExamples, ...attainmentExamples, ...peopleExamples, ...orderExamples };

describe("worked examples of others", () => {
  it.each(examples.map((example) => [example.source.title, example.source.locator, example.id, example] as const))(
    "%s, %s (%s)",
    (_title, _locator, id, { input, expected, tolerance }) => {
      const run = runners[id];
      if (run === undefined) throw new Error(`${id} has no test`);
      run(input as never, expected as never, tolerance);
      expect.hasAssertions();
    },
  );
  it("are all there, each once", () => {
    expect(examples.map(({ id }) => id).sort()).toEqual(Object.keys(runners).sort());
  });
});
