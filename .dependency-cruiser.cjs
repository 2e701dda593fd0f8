/** Who may import whom (docs/architecture.md). The linter says it per file; this checks the whole graph, types included. */
const rule = (name, from, to) => ({ name, severity: "error", from, to });
module.exports = {
  forbidden: [
    rule(
      "core-is-pure",
      { path: "^src/core" },
      { path: "^(src/(?!core)|host|workbench|tools|bench|test)|node_modules/(react|@fluentui)" },
    ),
    rule("i18n-is-a-leaf", { path: "^src/i18n" }, { path: "^(src/(?!i18n)|host|workbench|tools|bench|test)" }),
    rule(
      "excel-imports-core",
      { path: "^src/excel" },
      { path: "^(src/(commands|taskpane)|host|workbench|tools|bench|test)" },
    ),
    rule(
      "commands-know-no-pane",
      { path: "^src/commands" },
      { path: "^(src/taskpane|host|workbench|tools|bench|test)" },
    ),
    rule(
      "pane-goes-through-commands",
      { path: "^src/taskpane" },
      { path: "^(src/excel|host|workbench|tools|bench|test)" },
    ),
    rule("univer-stays-in-the-engine", { pathNot: "^(host/engine|workbench)" }, { path: "node_modules/@univerjs" }),
    rule("nothing-imports-tools", { path: "^(src|host|workbench)" }, { path: "^(tools|bench|test)/" }),
    {
      name: "no-circular",
      severity: "error",
      from: { path: "^(src|host|workbench|tools)" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
