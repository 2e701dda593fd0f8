/** What `npm test` uses: the same projects, their test files in groups (test/support/together.cjs says why). */
import { createRequire } from "node:module";
import each from "./jest.config.js";

const { ALONE } = createRequire(import.meta.url)("./test/support/together.cjs");
const ROOMS = { core: ["core", "tools"], host: ["host"], excel: ["commands"], pane: ["pane"] };

export default {
  ...each,
  projects: each.projects.map((project) => ({
    ...project,
    testMatch: [
      ...ROOMS[project.displayName].map((room) => `<rootDir>/test/together/${room}-*.test.{ts,tsx}`),
      ...(project.displayName === "excel" ? ALONE.map((file) => `<rootDir>/test/${file}`) : []),
    ],
  })),
};
