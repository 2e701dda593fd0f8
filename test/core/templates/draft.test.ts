import {
  blankDraft,
  changedGate,
  contentOfDraft,
  draftOf,
  gateLines,
  ofKind,
  movedLine,
  scaledTo100,
  weightSum,
  withFreeId,
  withBands,
  withCopy,
  withGate,
  withLine,
  withoutGate,
  withoutLine,
  withoutSection,
  withSection,
  type TemplateDraft,
} from "../../../src/core/templates/draft";
import { catalogueContent, templates } from "../../../src/core/templates/catalogue";

const contentOf = (id: string) => {
  const content = catalogueContent(id);
  if (content === null) throw new Error("no template");
  return content;
};
const faults = (draft: TemplateDraft): string[] => {
  const result = contentOfDraft(draft);
  return result.ok ? [] : result.faults.map(({ path, reason }) => `${path}: ${reason}`);
};

it("made of a template, kept unchanged, is that template", () => {
  for (const { id } of templates()) {
    const content = contentOf(id);
    expect(contentOfDraft(draftOf(content))).toEqual({ ok: true, content });
  }
});

it("that is blank says what it needs, at the fields where it is typed", () => {
  expect(faults(blankDraft())).toEqual([
    "name: no-language",
    "sections[0].name: no-language",
    "lines[0].threshold: missing",
    "lines[0].target: missing",
    "lines[0].name: no-language",
    "lines[0].weight: missing",
  ]);
});

it("gets lines and sections with ids of their own, and numbers its lines in their order when it is kept", () => {
  const draft = withSection(withLine(draftOf(contentOf("supplier")), "S2"));
  // A new line stands behind the others of its section.
  expect(draft.lines.map(({ id, section }) => `${id} ${section ?? ""}`)).toEqual([
    "K01 S1",
    "K02 S2",
    "K07 S2",
    "K03 S3",
    "K04 S4",
    "K05 S5",
    "K06 S6",
    "K08 S7",
  ]);
  expect(movedLine(draft, "K07", -1).lines.map(({ id }) => id)).toEqual([
    "K01",
    "K07",
    "K02",
    "K03",
    "K04",
    "K05",
    "K06",
    "K08",
  ]);
  expect(movedLine(draft, "K07", 1)).toEqual(draft);
  expect(
    withCopy(draft, "K02")
      .lines.map(({ id }) => id)
      .slice(1, 3),
  ).toEqual(["K02", "K09"]);
  expect(
    withoutSection(draft, "S2")
      .lines.slice(-2)
      .map(({ id, section }) => [id, section]),
  ).toEqual([
    ["K02", undefined],
    ["K07", undefined],
  ]);
  const content = contentOf("supplier");
  // The line of the gate goes first: the gate goes with it.
  const lines = [...content.lines].sort((a, b) => Number(b.id === "K05") - Number(a.id === "K05"));
  const kept = contentOfDraft({ ...draftOf(content), lines, sample: undefined } as unknown as TemplateDraft);
  if (!kept.ok) throw new Error(JSON.stringify(kept.faults));
  expect(kept.content.lines[0]).toMatchObject({ id: "K01", name: content.lines[4]?.name });
  expect(kept.content.gates?.[0]?.line).toBe("K01");
});

it("gets gates: answered on Entry at first, or decided by an indicator; sample people have not broken a new one", () => {
  const draft = draftOf(contentOf("tax-bureau-officer"));
  const before = draft.sample?.people.map(({ gates }) => gates ?? []) ?? [];
  const gates = draft.gates ?? [];
  const one = withGate(draft);
  const id = one.gates?.at(-1)?.id ?? "";
  expect(one.gates?.at(-1)).toEqual({ id: `G${String(gates.length + 1)}`, name: {}, bestBand: 1 });
  expect(faults(one)).toEqual([`gates[${String(gates.length)}].name: no-language`]);
  expect(one.sample?.people.map((person) => person.gates)).toEqual(before.map((answers) => [...answers, false]));
  const named = changedGate(one, id, { name: { en: "Harm to a taxpayer", "zh-CN": " " } });
  expect(faults(named)).toEqual([]);
  // An indicator needs its limit; without the indicator the limit goes, too.
  const byLine = changedGate(named, id, { line: "K02" });
  expect(faults(byLine)).toEqual([`gates[${String(gates.length)}].below: missing`]);
  const limited = changedGate(byLine, id, { below: 90 });
  const kept = contentOfDraft(limited);
  expect(kept.ok && kept.content.gates?.at(-1)).toEqual({
    ...{ id, name: { en: "Harm to a taxpayer" }, bestBand: 1 },
    ...{ line: "K02", below: 90 },
  });
  expect(kept.ok && kept.content.sample?.people.map((person) => person.gates ?? [])).toEqual(before);
  expect(changedGate(limited, id, { line: undefined }).gates?.at(-1)).not.toHaveProperty("below");
  expect(withoutGate(one, id)).toEqual(draft);
  // Answers go by the gate, not by the place.
  const first = gates[0]?.id ?? "";
  expect(withoutGate(one, first).sample?.people.map((person) => person.gates)).toEqual(
    before.map((answers) => [...answers.slice(1), false]),
  );
});

it("offers for a gate only indicators of which a low figure is a bad one", () => {
  const draft = draftOf(contentOf("supplier"));
  const offered = gateLines(draft);
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.map(({ direction }) => direction)).not.toContain("lower");
  expect(offered.length).toBeLessThan(draft.lines.length);
});

it("without a line or a band has no gate left that needs it", () => {
  const draft = { ...draftOf(contentOf("supplier")), sample: undefined } as unknown as TemplateDraft;
  expect(withoutLine(draft, "K05").gates).toBeUndefined();
  expect(withoutLine(draft, "K01").gates).toEqual(draft.gates);
  const bands = [1, 2, 3, 4].map((n) => ({ name: { en: `B${String(n)}` }, ...(n > 1 ? { from: n } : {}) }));
  const gates = [{ id: "G1", name: { en: "Gate" }, bestBand: 3 }];
  expect(withBands({ ...draft, gates, bands }, bands.slice(0, 2)).gates?.[0]?.bestBand).toBe(1);
  expect(faults(withBands({ ...draft, gates }, bands.slice(0, 2)))).toEqual([]);
});

it("with a line of another kind keeps what both kinds have", () => {
  const line = {
    id: "K01",
    name: { en: "A" },
    kind: "curve" as const,
    direction: "lower" as const,
    threshold: 3,
    target: 2,
    weight: 5,
  };
  expect(ofKind(line, "ratio")).toEqual({
    id: "K01",
    name: { en: "A" },
    kind: "ratio",
    direction: "lower",
    target: 2,
    weight: 5,
  });
  expect(ofKind(line, "rating")).toEqual({ id: "K01", name: { en: "A" }, kind: "rating", weight: 5 });
  expect(ofKind(ofKind(line, "rating"), "curve").direction).toBe("higher");
});

it("is scaled to 100 by largest remainders, whole points staying whole", () => {
  const draft = draftOf(contentOf("sales-exec"));
  const weighed = (weights: readonly number[]): TemplateDraft => ({
    ...draft,
    lines: draft.lines.slice(0, 3).map((line, i) => ({ ...line, weight: weights[i] ?? 0 })),
  });
  const scaled = (weights: readonly number[]) => scaledTo100(weighed(weights))?.lines.map(({ weight }) => weight);
  expect(scaled([1, 1, 1])).toEqual([34, 33, 33]);
  expect(scaled([20, 30, 45])).toEqual([21, 32, 47]);
  expect(scaled([0.5, 0.25, 0.25])).toEqual([50, 25, 25]);
  expect(scaled([0, 0, 0])).toBeUndefined();
  const held = (weights: readonly number[], ...ids: string[]) =>
    scaledTo100(weighed(weights), new Set(ids))?.lines.map(({ weight }) => weight);
  expect(held([50, 20, 40], "K01")).toEqual([50, 17, 33]);
  expect(held([50, 20, 40], "K01", "K03")).toEqual([50, 10, 40]);
  // Nothing is left, or a weight would be lost.
  expect(held([100, 20, 40], "K01")).toBeUndefined();
  expect(held([99, 20, 40], "K01")).toBeUndefined();
  expect(weightSum(weighed([0.1, 0.2, 0.3]).lines)).toBe(0.6);
});

it("gets an id of its name, and another where that is taken", () => {
  const named = (name: TemplateDraft["name"], taken: readonly string[] = []) => {
    const result = contentOfDraft({ ...draftOf(contentOf("sales-exec")), id: "", name }, taken);
    return result.ok ? result.content.id : "refused";
  };
  expect(named({ en: "Sales team: North & South" })).toBe("own-sales-team-north-south");
  expect(named({ "zh-CN": "销售" })).toBe("own-template");
  expect(named({ "zh-CN": "销售" }, ["own-template", "own-template-2"])).toBe("own-template-3");
  expect(withFreeId(contentOf("sales-exec"), ["sales-exec"]).id).toBe("own-sales-executive");
});
