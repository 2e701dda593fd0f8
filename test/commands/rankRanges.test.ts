/** How firm the ranks of a sheet are: read, drawn in slices (there is no worker here) or in a worker, never touching the sheet. */
import { createCommands } from "../../src/commands";
import { simulateRanks, type FromRankWorker, type RankWorker } from "../../src/commands/simulateRanks";
import type { Commands, Progress } from "../../src/commands/types";
import { firmnessOf, type Firmness, type FirmnessInput } from "../../src/core/robustness/firmness";
import type { Computed } from "../../src/core/model/computed";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const HEAD = [
  ["Name", "Quality", "Speed"],
  ["Weight", 50, 50],
];
const SHEET = [...HEAD, ["Ann", 90, 70], ["Bob", 72, 87], ["Cid", 60, 60], ["Dee", 50, null]];

describe("rank ranges of a sheet", () => {
  it("say who could take whose place, who could not, and how near the next one is", async () => {
    const book = booted.open("Scores");
    book.type("Scores!A1", SHEET);
    const before = await book.digest();
    booted.host.log.clear();
    const told: Progress[] = [];
    const { plans, draws, spread } = valueOf(await commands.rankRanges({ onProgress: (p) => told.push(p) }));
    expect(booted.host.log.syncs).toBe(2);
    expect([draws, spread, plans.length]).toEqual([10_000, 0.2, 1]);
    const [ann, bob, cid] = plans[0]?.people ?? [];
    expect(plans[0]?.people.map(({ name, rank }) => [name, rank])).toEqual([
      ["Ann", 1],
      ["Bob", 2],
      ["Cid", 3],
    ]);
    // Ann leads by half a point: Bob comes first in a good part of the draws. Cid is worse in everything.
    expect(ann).toMatchObject({ best: 1, worst: 2 });
    expect(bob).toMatchObject({ best: 1, worst: 2 });
    expect(cid).toMatchObject({ best: 3, worst: 3, first: 0, next: null });
    expect((ann?.first ?? 0) + (bob?.first ?? 0)).toBeCloseTo(1, 9);
    expect(ann?.first).toBeGreaterThan(0.5);
    // Ann − Bob: +18 on quality, −17 on speed; 50/50 makes 0.5, and moving m points changes it by 0.35·m.
    expect(ann?.next).toMatchObject({ name: "Bob", closeness: "fragile" });
    expect(ann?.next?.points).toBeCloseTo(0.5 / 0.35, 6);
    // Who is ahead and who is first is the same here: Cid is never in between. A sheet of the user has no bands.
    expect(ann?.next?.ahead).toBeCloseTo(ann?.first ?? -1, 9);
    expect(ann?.top).toBeNull();
    expect(bob?.next).toEqual({ name: "Cid", ahead: 1, points: null, closeness: "firm" });
    expect(told[0]?.done).toBe(0);
    expect(await book.digest()).toEqual(before);
  });
  it("are the same at every run", async () => {
    booted.open("Scores").type("Scores!A1", SHEET);
    expect(valueOf(await commands.rankRanges())).toEqual(valueOf(await commands.rankRanges()));
  });
  it("are not made of one person, or of a sheet that is none", async () => {
    booted.open("Scores").type("Scores!A1", [...HEAD, ["Ann", 90, 70], ["Bob", null, 80]]);
    expect(await commands.rankRanges()).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.ranges.tooFew" } },
    });
    booted.open("Empty");
    expect(await commands.rankRanges()).toMatchObject({ ok: false, problem: { what: { key: "commands.empty" } } });
  });
  it("stop when asked to", async () => {
    booted.open("Scores").type("Scores!A1", SHEET);
    const stop = new AbortController();
    const outcome = await commands.rankRanges({
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });
    expect(outcome).toMatchObject({ ok: false, problem: { what: { key: "commands.cancelled" } } });
  });
});

const INPUT: FirmnessInput = {
  scores: [
    [90, 70],
    [72, 87],
    [60, 60],
  ],
  weights: [1, 1],
  draws: 2000,
  seed: 7,
};
function atOnce(): Computed<readonly Firmness[]> {
  const run = firmnessOf(INPUT);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}
/** A worker that answers what it is told, or breaks; says whether it was ended. */
function fakeWorker(answers: readonly FromRankWorker[] | "breaks"): RankWorker & { readonly ended: () => boolean } {
  let ended = false;
  return {
    begin: (_work, heard, broke) => {
      if (answers === "breaks") broke();
      else answers.forEach(heard);
    },
    end: () => {
      ended = true;
    },
    ended: () => ended,
  };
}

describe("the draws", () => {
  it("are those of the worker where there is one, which is ended afterwards", async () => {
    const done: number[] = [];
    const answer = atOnce();
    const worker = fakeWorker([{ done: 500 }, { done: 2000 }, { result: answer }]);
    expect(await simulateRanks(INPUT, { onDone: (draws) => done.push(draws) }, () => worker)).toBe(answer);
    expect([done, worker.ended()]).toEqual([[500, 2000], true]);
  });
  it("are made in slices where no worker starts, or where it breaks", async () => {
    const run = { onDone: () => undefined };
    const broken = fakeWorker("breaks");
    expect(await simulateRanks(INPUT, run, () => null)).toEqual(atOnce());
    expect(await simulateRanks(INPUT, run, () => broken)).toEqual(atOnce());
    expect(broken.ended()).toBe(true);
    const forbidden = (): never => {
      throw new Error("forbidden by a policy");
    };
    expect(await simulateRanks(INPUT, run, forbidden)).toEqual(atOnce());
  });
  it("end the worker on Cancel, and begin none when it was pressed before", async () => {
    const stop = new AbortController();
    const silent = fakeWorker([]);
    const under = simulateRanks(INPUT, { signal: stop.signal, onDone: () => undefined }, () => silent);
    stop.abort();
    expect(await under).toMatchObject({ ok: false, reason: "cancelled" });
    expect(silent.ended()).toBe(true);
    const start = jest.fn(() => silent);
    expect(await simulateRanks(INPUT, { signal: stop.signal, onDone: () => undefined }, start)).toMatchObject({
      reason: "cancelled",
    });
    expect(start).not.toHaveBeenCalled();
  });
});
