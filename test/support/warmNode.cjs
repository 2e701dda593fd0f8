/** Node's environment for a test file, with the outer `require`: Univer is compiled once a worker (host/engine/univer/loadHeadless.ts). */
require("./plainStorage.cjs");
const { TestEnvironment } = require("jest-environment-node");

module.exports = class WarmNode extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global[Symbol.for("evenhand.require")] = require;
  }
};
