/**
 * Prints the closing line of .ci/run, `tests: N passed, N failed`, from jest's JSON report, which is the argument.
 * A test file that could not be loaded has no tests to count: it counts as one that failed. So does a missing report.
 */
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number,
 *             numPendingTests: number, numTodoTests: number }} Report
 */

/**
 * @param {Report | undefined} report
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report) {
  if (report === undefined) return { passed: 0, failed: 1 };
  // Skipped and to-do tests are forbidden here (`npm run check -- lint`), so one that slips through is a failure.
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped };
}

const file = process.argv[2];
if (process.argv[1]?.endsWith("count-tests.mjs") && file !== undefined) {
  const report = existsSync(file) ? /** @type {Report} */ (JSON.parse(readFileSync(file, "utf8"))) : undefined;
  const { passed, failed } = countTests(report);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
