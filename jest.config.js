const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      target: "es2022",
      transform: { react: { runtime: "automatic" } },
    },
  },
];
const common = {
  rootDir: ".",
  transform: { "^.+\\.[cm]?tsx?$": swc },
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.stryker-tmp"],
};

/** Pure code and the host run in Node; the pane and whatever needs Microsoft's full loader run in jsdom. */
export default {
  // What a test file leaves behind in a worker makes the files after it three times slower.
  workerIdleMemoryLimit: "700MB",
  // A busy machine, or one that bundles Univer for the first time, is no failure.
  testTimeout: 30_000,
  testSequencer: "<rootDir>/test/support/heavyFirst.cjs",
  projects: [
    {
      ...common,
      displayName: "core",
      testEnvironment: "<rootDir>/test/support/warmNode.cjs",
      testMatch: ["<rootDir>/test/{core,i18n,manifest,tools,architecture}/**/*.test.ts"],
    },
    {
      ...common,
      displayName: "host",
      testEnvironment: "<rootDir>/test/support/warmNode.cjs",
      testMatch: ["<rootDir>/test/host/**/*.test.ts"],
    },
    {
      ...common,
      displayName: "excel",
      testEnvironment: "<rootDir>/test/support/warmJsdom.cjs",
      setupFiles: ["<rootDir>/test/support/jsdomSetup.ts"],
      testMatch: ["<rootDir>/test/{excel,commands}/**/*.test.ts"],
    },
    {
      ...common,
      displayName: "pane",
      testEnvironment: "<rootDir>/test/support/warmJsdom.cjs",
      setupFiles: ["<rootDir>/test/support/jsdomSetup.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/support/paneSetup.ts"],
      testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"],
    },
  ],
};
