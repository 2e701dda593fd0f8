/** Long ones first: a file or group that begins last keeps a worker busy while the other has nothing to do. */
const path = require("node:path");
const Sequencer = require("@jest/test-sequencer").default;
const { groupsOf, seconds } = require("./together.cjs");

const TEST = path.resolve(__dirname, "..");
/** Seconds that a test file or a group is thought to take. */
function expected({ path: file }) {
  const name = path.basename(file);
  if (path.basename(path.dirname(file)) !== "together") return seconds(path.relative(TEST, file).replaceAll("\\", "/"));
  return groupsOf(name.slice(0, name.indexOf("-"))).find((group) => group.name === name)?.seconds ?? 0;
}

module.exports = class HeavyFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => expected(b) - expected(a));
  }
};
