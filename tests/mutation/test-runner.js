import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { relative, resolve, sep } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { bundleTests } from "./bundle-tests.js";

/**
 * @typedef {import("@stryker-mutator/api/test-runner").TestResult} TestResult
 * @typedef {import("./test-api").ListedTest & { id: string }} HeldTest
 * @typedef {{ activeMutant?: string, currentTestId?: string, hitCount?: number, hitLimit?: number,
 *   mutantCoverage?: import("@stryker-mutator/api/core").MutantCoverage }} Instruments
 */

const require = createRequire(import.meta.url);
const EVERY_FILE = "";
/** @type {HeldTest} */
const LOADING = { id: "loading", name: "the tests load", file: "", run: () => null };

/** @returns {Instruments} what instrumented code reads to know the mutant that is active, and writes its coverage to */
function instruments() {
  const everywhere = /** @type {{ __stryker__?: Instruments }} */ (globalThis);
  return (everywhere.__stryker__ ??= {});
}

/**
 * Runs the domain's tests in Stryker's own process. Nothing is started for a mutant, so that thousands of them cost
 * milliseconds each. A mutant of code that runs while a module loads is met by loading everything again.
 */
class DomainTestRunner {
  /** @type {Script | null} */
  script = null;
  /** The tests as loaded while no mutant was active. @type {HeldTest[] | null} */
  sound = null;
  /** For each file with mutants, the tests that killed some of them, the latest first: they are tried first. */
  killers = /** @type {Map<string, string[]>} */ (new Map());

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.TZ = "America/St_Johns";
    const bundle = await bundleTests();
    this.script = new Script(bundle, { filename: resolve("domain-tests.cjs") });
    const settled = bundle.replaceAll(pathToFileURL(process.cwd()).href, "");
    LOADING.name = `the tests load as ${createHash("sha256").update(settled).digest("hex")}`;
  }

  /** @returns {HeldTest[]} the tests that a mutant of this file is held against; without a file, all of them */
  load(/** @type {string} */ mutated = EVERY_FILE) {
    /** @type {import("./test-api").ListedTest[]} */
    const tests = [];
    this.script?.runInThisContext()(tests, require, (/** @type {string} */ file) =>
      isHeldAgainst(file, mutated),
    );
    return tests.map((test) => ({ ...test, id: `${test.file} ${test.name}` }));
  }

  /**
   * @param {import("@stryker-mutator/api/test-runner").DryRunOptions} options
   * @returns {Promise<import("@stryker-mutator/api/test-runner").DryRunResult>}
   */
  async dryRun({ files = [] }) {
    const shared = instruments();
    const heldAgainstSome = (/** @type {HeldTest} */ { file }) =>
      files.some((mutated) => isHeldAgainst(file, mutated));
    this.sound = this.load().filter(heldAgainstSome);
    const tests = [passed(LOADING, 0)];
    for (const test of this.sound) {
      shared.currentTestId = test.id;
      tests.push(await runTest(test));
      delete shared.currentTestId;
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coveredByLoading(shared.mutantCoverage) };
  }

  /**
   * @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options
   * @returns {Promise<import("@stryker-mutator/api/test-runner").MutantRunResult>}
   */
  async mutantRun(options) {
    const first = await this.underMutant(options);
    const spoilt = first.status === "killed" && (await this.spoilt(first.killedBy));
    const result = spoilt ? await this.underMutant(options) : first;
    if (result.status === "killed") this.remember(options.sandboxFileName, result.killedBy);
    return result;
  }

  remember(/** @type {string} */ mutated, /** @type {string[]} */ killedBy) {
    this.killers.set(mutated, [...new Set([...killedBy, ...(this.killers.get(mutated) ?? [])])]);
  }

  /** @returns {HeldTest[]} */
  likeliestFirst(/** @type {HeldTest[]} */ tests, /** @type {string} */ mutated) {
    const byId = new Map(tests.map((test) => [test.id, test]));
    const first = (this.killers.get(mutated) ?? []).flatMap((id) => byId.get(id) ?? []);
    return [...new Set([...first, ...tests])];
  }

  /** Whether a test that killed a mutant fails without it too, because an earlier mutant left something behind. */
  async spoilt(/** @type {string[]} */ killers) {
    for (const test of this.sound ?? []) {
      if (killers.includes(test.id) && (await runTest(test)).status === TestStatus.Failed) {
        this.sound = null;
        return true;
      }
    }
    return false;
  }

  /**
   * @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options
   * @returns {Promise<import("@stryker-mutator/api/test-runner").MutantRunResult>}
   */
  async underMutant({ activeMutant, sandboxFileName, mutantActivation, testFilter, hitLimit, disableBail }) {
    const shared = instruments();
    if (mutantActivation === "runtime") this.sound ??= this.load();
    Object.assign(shared, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    /** @type {TestResult[]} */
    const tests = [];
    try {
      const mutated = sandboxFileName;
      const all = mutantActivation === "runtime" ? (this.sound ?? []) : this.load(mutated);
      const held = all.filter(
        ({ id, file }) => isHeldAgainst(file, mutated) && (!testFilter || testFilter.includes(id)),
      );
      for (const test of this.likeliestFirst(held, mutated)) {
        const result = await runTest(test);
        tests.push(result);
        if (result.status === TestStatus.Failed && !disableBail) break;
      }
    } catch (error) {
      tests.push(failed(LOADING, 0, error));
    }
    const timedOut = determineHitLimitReached(shared.hitCount, hitLimit);
    Object.assign(shared, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    return toMutantRunResult(timedOut ?? { status: DryRunStatus.Complete, tests });
  }
}

/**
 * With mutants of code that runs while loading named as covered by loading. Stryker would take over from the run before,
 * for ever, that they survived, because no test is known to reach them: now it tries them again once anything was changed.
 */
function coveredByLoading(/** @type {Instruments["mutantCoverage"]} */ coverage) {
  return coverage && { ...coverage, perTest: { ...coverage.perTest, [LOADING.id]: coverage.static } };
}

/**
 * The scenarios are held against every mutant; the tests beside the code against the mutants of their own folder of the
 * domain, which keeps those that go through all scenarios again away from what they are not about.
 */
function isHeldAgainst(/** @type {string} */ testFile, /** @type {string} */ mutated) {
  if (mutated === EVERY_FILE || testFile.startsWith("tests/")) return true;
  return folderOf(testFile) === folderOf(relative(process.cwd(), mutated).split(sep).join("/"));
}

/** The folder of the domain in which a file stands at whatever depth; none for a single file. */
function folderOf(/** @type {string} */ file) {
  return /^app\/domain\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** @returns {TestResult} */
function passed(/** @type {HeldTest} */ { id, name, file }, /** @type {number} */ timeSpentMs) {
  return { id, name, fileName: resolve(file), status: TestStatus.Success, timeSpentMs };
}

/** @returns {TestResult} */
function failed(
  /** @type {HeldTest} */ test,
  /** @type {number} */ timeSpentMs,
  /** @type {unknown} */ error,
) {
  return { ...passed(test, timeSpentMs), status: TestStatus.Failed, failureMessage: String(error) };
}

/** @returns {Promise<TestResult>} */
async function runTest(/** @type {HeldTest} */ test) {
  const from = performance.now();
  try {
    await test.run();
    return passed(test, performance.now() - from);
  } catch (error) {
    return failed(test, performance.now() - from, error);
  }
}

export const strykerPlugins = [
  declareClassPlugin(
    PluginKind.TestRunner,
    "domain",
    Object.assign(DomainTestRunner, { inject: /** @type {const} */ ([]) }),
  ),
];
