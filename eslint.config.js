import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const DEFAULT_EXPORTS = [
  "app/root.tsx",
  "app/routes.ts",
  "app/entry.*.tsx",
  "app/routes/**",
  "tests/support/served-application.ts",
];

/**
 * @param {string} folder
 * @param {string[]} forbidden
 * @param {string} message
 * @returns {import("eslint").Linter.Config}
 */
function layer(folder, forbidden, message) {
  const names = forbidden.join("|");
  return {
    files: [`app/${folder}/**/*.{ts,tsx}`],
    ignores: ["**/*.test.*"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: `^(~/|(\\.\\./)+)(${names})(/|$)`, message }, ...BARRELS] },
      ],
    },
  };
}

const BARRELS = [{ regex: "(^|/)index$", message: "Import the file that holds it: there are no barrels." }];
const OUTSIDE = "server|cli|jobs";

const CLOCK = [
  { selector: "NewExpression[callee.name='Date']", message: "The clock is a parameter in the domain." },
  {
    selector: "CallExpression[callee.object.name='Date']",
    message: "The clock is a parameter in the domain.",
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: "The clock is a parameter in the domain.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "The domain is deterministic.",
  },
];
const SETTINGS = [
  "Literal[value=/\\bset_config\\s*\\(|^\\s*SET\\s/]",
  "TemplateElement[value.raw=/\\bset_config\\s*\\(|^\\s*SET\\s/]",
].map((selector) => ({
  selector,
  message:
    "A setting outlives its transaction on a pooled connection: only app/data/connection.server.ts may set one.",
}));
const LAST_CHANCE = [
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: "Wait for what you expect, not for a time.",
  },
];

export default defineConfig(
  {
    ignores: [
      "build/",
      "node_modules/",
      "app/generated/",
      "test-results/",
      "playwright-report/",
      "reports/",
      ".data/",
      ".stryker-tmp/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: BARRELS }] },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/server/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Settings are read in app/server alone." },
      ],
    },
  },
  { files: ["app/**/*.{ts,tsx}"], rules: { "no-restricted-syntax": ["error", ...SETTINGS] } },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...SETTINGS, ...CLOCK] },
  },
  {
    files: ["app/data/connection.server.ts", "app/data/chain-reader.server.ts", "app/server/migrate.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  layer(
    "domain",
    ["data", "services", "routes", "http", "forms", "components", "exports", "generated", OUTSIDE],
    "The domain imports the domain alone.",
  ),
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-globals": ["error", "process", "fetch", "window", "document", "console"] },
  },
  layer(
    "data",
    ["services", "routes", "http", "forms", "components", "exports", OUTSIDE],
    "Data reads: it imports the domain.",
  ),
  layer(
    "services",
    ["routes", "http", "forms", "components", OUTSIDE],
    "Services import data, exports and the domain.",
  ),
  layer(
    "exports",
    ["data", "services", "routes", "http", "forms", "components", OUTSIDE],
    "Exports are pure: they import the domain.",
  ),
  layer(
    "forms",
    ["data", "services", "routes", "http", "components", "exports", OUTSIDE],
    "Forms import the domain.",
  ),
  layer(
    "components",
    ["data", "services", "routes", "exports", "generated", OUTSIDE],
    "Components import forms and the domain.",
  ),
  layer(
    "http",
    ["routes", "exports", OUTSIDE],
    "The edge imports services, data, forms, components and the domain.",
  ),
  layer("routes", ["generated", OUTSIDE], "Routes speak HTTP: the database stays behind data and services."),
  {
    files: [...DEFAULT_EXPORTS, "*.{js,ts}", ".dependency-cruiser.js"],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: ["**/*.d.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off", "no-restricted-exports": "off" },
  },
  { files: ["app/server/**", "app/cli/**", "tests/**", "prisma/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.tsx"],
    plugins: { "jsx-a11y": jsxA11y, "react-hooks": { rules: reactHooks.rules } },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    files: ["tests/**/*.{ts,tsx}", "app/**/*.test.{ts,tsx}"],
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...LAST_CHANCE],
      "no-restricted-properties": [
        "error",
        ...["test", "it", "describe"].flatMap((object) =>
          ["only", "skip", "fixme", "todo", "fails"].map((property) => ({
            object,
            property,
            message: "Every test runs, every time.",
          })),
        ),
      ],
      // Playwright and vitest read a fixture's needs from its first parameter, which may be an empty pattern.
      "no-empty-pattern": "off",
    },
  },
  {
    files: ["**/*.{mjs,js}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
