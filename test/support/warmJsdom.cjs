/** jsdom's environment for a test file, with the outer `require`: Univer is compiled once a worker (host/engine/univer/loadHeadless.ts). */
require("./plainStorage.cjs");
const { TestEnvironment } = require("jest-environment-jsdom");

module.exports = class WarmJsdom extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global[Symbol.for("evenhand.require")] = require;
  }
};
