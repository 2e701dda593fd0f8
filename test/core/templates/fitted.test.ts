/** A template fitted in the form before the workbook is made. */
import type { TemplateContent } from "../../../src/core/schema/contentTypes";
import { templateOf } from "../../../src/core/schema/templateOf";
import { catalogueContent, templates } from "../../../src/core/templates/catalogue";
import { fittedContent, ratingPointsOf, type Fit } from "../../../src/core/templates/fitted";

const contentOf = (id: string): TemplateContent => {
  const content = catalogueContent(id);
  if (content === null) throw new Error("no template");
  return content;
};
const fitted = (content: TemplateContent, fit: Fit): TemplateContent => {
  const result = fittedContent(content, fit, []);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.content;
};
/** All lines but some, with the weights that they had; the first of them takes what the others leave. */
const without = (content: TemplateContent, ...gone: readonly string[]): Fit => {
  const kept = content.lines.filter(({ id }) => !gone.includes(id));
  const left = 100 - kept.reduce((sum, { weight }) => sum + weight, 0);
  return { lines: kept.map(({ id, weight }, i) => ({ id, weight: i === 0 ? weight + left : weight })) };
};

it("keeps what sample people reach on the lines that stay, and numbers these in their order", () => {
  const content = contentOf("sales-exec");
  const own = fitted(content, without(content, "K02", "K04"));
  expect(own.lines.map(({ name }) => name)).toEqual(
    content.lines.flatMap(({ id, name }) => (id === "K02" || id === "K04" ? [] : [name])),
  );
  expect(own.lines.map(({ id }) => id)).toEqual(["K01", "K02", "K03", "K04", "K05"]);
  expect(own.sample?.people.map(({ actuals }) => actuals)).toEqual(
    content.sample?.people.map(({ actuals }) => actuals.filter((_, i) => i !== 1 && i !== 3)),
  );
  // It is a template of its own: a copy of it has to stay with the scorecard.
  expect(own.id).toBe("own-sales-executive");
  expect(fittedContent(content, {}, ["own-sales-executive"])).toMatchObject({
    content: { id: "own-sales-executive-2" },
  });
});

it("loses the gates of the lines that go, and sections without lines", () => {
  const content = contentOf("supplier");
  const gate = content.gates?.find(({ line }) => line !== undefined);
  const own = fitted(content, without(content, gate?.line ?? ""));
  expect(gate).toBeDefined();
  expect(own.gates ?? []).toHaveLength((content.gates?.length ?? 0) - 1);
  const used = new Set(own.lines.map(({ section }) => section));
  expect(own.sections?.every(({ id }) => used.has(id))).toBe(true);
  expect(own.sections?.length).toBeLessThan(content.sections?.length ?? 0);
});

it("rates on another number of points: ends stay ends, the middle the middle, words for points go", () => {
  const content = contentOf("power-supply-manager");
  const rated = content.lines.map(({ kind }) => kind === "rating");
  expect(ratingPointsOf(content.lines)).toBe(5);
  const own = fitted(content, { ratingPoints: 7 });
  expect(ratingPointsOf(own.lines)).toBe(7);
  expect(own.lines.filter(({ kind }) => kind === "rating").every(({ anchors }) => anchors === undefined)).toBe(true);
  const seven: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 6, 5: 7 };
  content.sample?.people.forEach(({ actuals }, p) => {
    expect(own.sample?.people[p]?.actuals).toEqual(actuals.map((a, i) => (rated[i] === true ? seven[a] : a)));
  });
  expect(ratingPointsOf(contentOf("sales-exec").lines)).toBeNull();
});

it("is refused without a line, and with weights that do not make 100", () => {
  const content = contentOf("sales-exec");
  expect(fittedContent(content, { lines: [] }, [])).toMatchObject({ ok: false });
  const [first] = content.lines;
  expect(fittedContent(content, { lines: [{ id: first?.id ?? "", weight: 90 }] }, [])).toMatchObject({
    ok: false,
    faults: [{ path: "lines", reason: "weights-not-100" }],
  });
});

it.each(templates().map(({ id }) => [id]))("of %s any one line can be left out", (id) => {
  const content = contentOf(id);
  for (const { id: line } of content.lines) {
    const own = templateOf(fitted(content, without(content, line)));
    expect(own.lines).toHaveLength(content.lines.length - 1);
    const asked = own.gates.filter((gate) => gate.line === undefined).length;
    expect(
      own.sample.people.every(({ actuals, gates }) => actuals.length === own.lines.length && gates.length === asked),
    ).toBe(true);
  }
});
