const TESTS = "\\.test\\.tsx?$";

/**
 * @param {string} folder
 * @param {string[]} allowed
 */
function layer(folder, allowed) {
  return {
    name: `${folder}-imports-one-way`,
    severity: "error",
    comment: `app/${folder} may import: ${[folder, ...allowed].join(", ")}.`,
    from: { path: `^app/${folder}/`, pathNot: TESTS },
    to: { path: "^app/", pathNot: [folder, ...allowed].map((name) => `^app/${name}`) },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: [
    layer("domain", []),
    layer("data", ["domain/", "generated/"]),
    layer("exports", ["domain/"]),
    layer("services", ["data/", "exports/", "domain/"]),
    layer("forms", ["domain/"]),
    layer("components", ["forms/", "domain/", "http/nonce\\.ts$", "paths\\.ts$"]),
    layer("http", ["services/", "data/", "forms/", "components/", "domain/", "paths\\.ts$"]),
    layer("routes", [
      "services/",
      "data/",
      "exports/",
      "http/",
      "forms/",
      "components/",
      "domain/",
      "styles/",
      "paths\\.ts$",
    ]),
    layer("jobs", ["services/", "domain/"]),
    {
      name: "domain-is-pure",
      severity: "error",
      comment:
        "The domain uses zod, temporal-polyfill, canonicalize and @noble/hashes, and nothing else from outside.",
      from: { path: "^app/domain/", pathNot: TESTS },
      to: { pathNot: ["^app/domain/", "node_modules/(zod|temporal-polyfill|canonicalize|@noble/hashes)/"] },
    },
    {
      name: "prisma-behind-data",
      severity: "error",
      comment: "The database client stays behind app/data.",
      from: {
        path: "^app/",
        pathNot: ["^app/(data|generated)/", "^app/services/change\\.server\\.ts$", TESTS],
      },
      to: { path: ["^app/generated/", "node_modules/(@prisma|\\.prisma)/"] },
    },
    {
      name: "one-way-into-the-database",
      severity: "error",
      comment:
        "The bare connection is opened by the server and used by app/data; the rest goes through withOrganisation.",
      from: { path: "^app/", pathNot: ["^app/(data|server|cli)/", TESTS] },
      to: { path: "^app/data/connection\\.server\\.ts$" },
    },
    {
      name: "tests-stay-outside",
      severity: "error",
      comment: "Nothing that ships imports a test or what supports one.",
      from: { path: "^app/", pathNot: TESTS },
      to: { path: ["^tests/", TESTS] },
    },
    {
      name: "named-for-what-it-does",
      severity: "error",
      comment: "utils, helpers, misc, common and lib say nothing about what is inside.",
      from: {},
      to: { path: "^(app|tests|prisma)/.*\\b(utils?|helpers?|misc|common|lib)(/|\\.)" },
    },
    { name: "no-cycles", severity: "error", from: { path: "^(app|tests)/" }, to: { circular: true } },
    {
      name: "resolved",
      severity: "error",
      from: { path: "^(app|tests)/" },
      to: { couldNotResolve: true, pathNot: ["^virtual:", "build/server"] },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^app/generated"] },
    exclude: { path: ["^build/", "\\.(scss|css|svg|png|woff2)(\\?|$)"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};

export default configuration;
