/**
 * `npm test` runs test files in groups: what one file has loaded and what the processor has learnt to run fast serves those
 * after it (a third of the time). Each file can still be run by itself (`npx jest test/core/scoring`), and must pass there.
 *
 * A group is a file `test/together/<room>-<number>.test.ts`; the files of a room are dealt out to its groups, longest first.
 */
const fs = require("node:fs");
const path = require("node:path");

const TEST = path.resolve(__dirname, "..");
const GROUPS = path.join(TEST, "together");

/** Rooms of tests that go together: folders of `test`. */
const ROOMS = {
  commands: ["commands", "excel"],
  core: ["core"],
  host: ["host"],
  pane: ["taskpane"],
  tools: ["tools", "architecture", "i18n", "manifest"],
};

/** These start Microsoft's client in a way of their own, which leaves its mark on the window: each by itself. */
const ALONE = [
  "commands/oldExcel.test.ts",
  "commands/ribbon.test.ts",
  "commands/tooOldExcel.test.ts",
  "commands/watch.test.ts",
  "excel/webTransport.test.ts",
];

/** Seconds that the longest took when they were last measured, for an even deal only; the others take about one. */
const SECONDS = {
  "commands/nextPeriod.test.ts": 19,
  "commands/changeLanguageAll.test.ts": 17,
  "commands/methods.test.ts": 15,
  "core/methods/everyMethod.test.ts": 24,
  "core/methods/proof.test.ts": 20,
  "commands/methodYear.test.ts": 17,
  "core/recognise/sameMeaning.test.ts": 9,
  "core/methods/handouts.test.ts": 8,
  "core/methods/registerPages.test.ts": 8,
  "core/remake/moreItems.test.ts": 8,
  "commands/moreItems.test.ts": 7,
  "core/methods/rankingLists.test.ts": 7,
  "commands/formulasElsewhere.test.ts": 6,
  "commands/handout.test.ts": 6,
  "commands/peopleEverywhere.test.ts": 13,
  "commands/failures.test.ts": 12,
  "commands/remakeSheets.test.ts": 12,
  "taskpane/desk.test.tsx": 11,
  "commands/register.test.ts": 10,
  "taskpane/journeys.test.tsx": 10,
  "commands/form.test.ts": 8,
  "commands/people.test.ts": 8,
  "commands/fit.test.ts": 7,
  "commands/items.test.ts": 7,
  "core/schema/templateFile.test.ts": 7,
  "tools/gallery.test.ts": 7,
  "commands/scorecard.test.ts": 7,
  "commands/desk.test.ts": 7,
  "core/blueprint/sameAsCore.test.ts": 6,
  "architecture/apiSets.test.ts": 6,
  "core/templates/catalogue.test.ts": 6,
  "commands/changeLanguage.test.ts": 6,
  "excel/unfinished.test.ts": 6,
  "core/checks/workbook.test.ts": 6,
  "core/blueprint/register.test.ts": 6,
  "taskpane/pane.test.tsx": 5,
  "taskpane/findings.test.tsx": 5,
  "commands/addRows.test.ts": 5,
  "core/methods/itemCounts.test.ts": 5,
  "core/checks/falseAlarms.test.ts": 5,
  "commands/acceptances.test.ts": 5,
  "core/blueprint/calculated.test.ts": 4,
  "tools/auditStress.test.ts": 4,
  "taskpane/offers.test.tsx": 4,
  "commands/templates.test.ts": 4,
  "commands/largeRequests.test.ts": 4,
  "core/properties/badInput.test.ts": 4,
  "commands/anySheetCare.test.ts": 4,
};
const seconds = (file) => SECONDS[file] ?? 1;

const isTest = (name) => /\.test\.tsx?$/.test(name);
const testsIn = (folder) =>
  fs
    .readdirSync(path.join(TEST, folder), { recursive: true })
    .map((name) => path.posix.join(folder, String(name).replaceAll("\\", "/")))
    .filter((name) => isTest(name) && !ALONE.includes(name));

/** The groups of a room, by file name ("core-1.test.ts"), each with its test files ("core/model/a1.test.ts"). */
function groupsOf(room) {
  const groups = fs
    .readdirSync(GROUPS)
    .filter((name) => isTest(name) && name.startsWith(`${room}-`))
    .sort()
    .map((name) => ({ name, files: [], seconds: 0 }));
  const files = ROOMS[room].flatMap(testsIn).sort((a, b) => seconds(b) - seconds(a) || (a < b ? -1 : 1));
  for (const file of files) {
    const emptiest = groups.reduce((least, group) => (group.seconds < least.seconds ? group : least));
    emptiest.files.push(file);
    emptiest.seconds += seconds(file);
  }
  return groups;
}

/** The test files of a group, as absolute paths. */
function filesOf(groupFile) {
  const name = path.basename(groupFile);
  const group = groupsOf(name.slice(0, name.indexOf("-"))).find((one) => one.name === name);
  return group.files.map((file) => ({ name: file, path: path.join(TEST, file) }));
}

module.exports = { ALONE, ROOMS, filesOf, groupsOf, seconds };
