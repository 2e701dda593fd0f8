import a11y from "eslint-plugin-jsx-a11y";
import office from "eslint-plugin-office-addins";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const only = (folder, message) => ({ group: [folder], message });
const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const NOTHING_OF_DEVELOPMENT = only(
  "**/{host,workbench,tools,bench,test}/**",
  "src never imports the stand-in host, the workbench or tools.",
);
const noOfficeGlobals = {
  "no-restricted-globals": [
    "error",
    { name: "Excel", message: "Only src/excel names Excel." },
    { name: "Office", message: "Only src/excel, ribbon commands and the pane's entry name Office." },
    { name: "OfficeExtension", message: "Only src/excel names Office." },
  ],
};

export default tseslint.config(
  { ignores: ["dist", "node_modules", "coverage", "reports", ".stryker-tmp", "**/*.mjs", "**/*.cjs", "*.config.js"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A React effect's cleanup and an event handler may be empty on purpose; names tell.
      "@typescript-eslint/no-empty-function": "off",
      // Our classes have private fields: nothing but an instance passes for one, the compiler sees to it.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
    },
  },
  {
    // No enums are ours, and Office's are strings, which the compiler keeps apart; Univer's numbers are met here only.
    files: ["**/*.{ts,tsx}"],
    ignores: ["host/**", "workbench/**"],
    rules: { "@typescript-eslint/no-unsafe-enum-assignment": "off" },
  },
  { files: ["src/**/*.tsx"], ...a11y.flatConfigs.strict },
  // Its compiler reads every function: only where React is.
  { files: ["src/taskpane/**/*.{ts,tsx}"], ...hooks.configs.flat.recommended },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Text only." },
        { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]", message: "Text only." },
      ],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      ...forbid(
        NOTHING_OF_DEVELOPMENT,
        only("**/{excel,commands,taskpane,i18n}/**", "core imports nothing of ours."),
        only("react*", "core is pure."),
      ),
      "no-restricted-globals": [
        "error",
        ...[
          "Excel",
          "Office",
          "OfficeExtension",
          "window",
          "document",
          "localStorage",
          "fetch",
          "setTimeout",
          "crypto",
          "process",
        ].map((name) => ({ name, message: "core is pure." })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "core takes a seeded source of randomness." },
        { object: "Date", property: "now", message: "core has no clock." },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["src/i18n/**/*.ts"],
    rules: forbid(
      NOTHING_OF_DEVELOPMENT,
      only("../{core,excel,commands,taskpane}/**", "i18n is a leaf."),
      only("../../{core,excel,commands,taskpane}/**", "i18n is a leaf."),
    ),
  },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": office },
    rules: {
      ...forbid(
        NOTHING_OF_DEVELOPMENT,
        only("**/{commands,taskpane}/**", "excel imports core only."),
        only("react*", "excel imports core only."),
      ),
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/commands/**/*.ts"],
    rules: {
      ...forbid(
        NOTHING_OF_DEVELOPMENT,
        only("**/taskpane/**", "commands know no pane."),
        only("react*", "commands know no React."),
      ),
    },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    rules: {
      ...forbid(NOTHING_OF_DEVELOPMENT, only("**/excel/**", "The pane reaches the workbook through commands.")),
    },
  },
  {
    files: ["src/{core,taskpane,i18n}/**/*.{ts,tsx}"],
    ignores: ["src/core/**", "src/taskpane/index.tsx", "src/taskpane/theme.ts"],
    rules: noOfficeGlobals,
  },
  {
    files: ["test/**/*.{ts,tsx}", "bench/**/*.ts", "tools/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
      // Jest's asymmetric matchers (expect.closeTo …) are typed any.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
);
