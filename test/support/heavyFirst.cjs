/**
 * Long test files first: one that begins last keeps a worker busy while the other has nothing to do. Jest knows how long
 * files took on this machine; on a fresh one it goes by their size, which says little. This knows the longest by name.
 */
const Sequencer = require("@jest/test-sequencer").default;

const LONGEST = [
  "commands/nextPeriod.test.ts",
  "methods/everyMethod.test.ts",
  "commands/changeLanguageAll.test.ts",
  "commands/methods.test.ts",
  "taskpane/journeys.test.tsx",
  "commands/failures.test.ts",
  "commands/register.test.ts",
  "commands/form.test.ts",
  "blueprint/sameAsCore.test.ts",
  "taskpane/desk.test.tsx",
  "commands/people.test.ts",
  "commands/watch.test.ts",
  "commands/templates.test.ts",
  "blueprint/calculated.test.ts",
  "commands/peopleEverywhere.test.ts",
  "commands/scorecard.test.ts",
  "commands/desk.test.ts",
];
const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.endsWith(name));
  return at < 0 ? LONGEST.length : at;
};

module.exports = class HeavyFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
};
