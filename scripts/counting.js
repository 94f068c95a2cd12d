/** How many tests passed, failed and were skipped. @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * The parts of Vitest's JSON report that count. @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {{ status: string, assertionResults: { status: string }[] }[]} [testResults] one a file
 */

/**
 * The parts of Playwright's JSON report that count. @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} [errors] faults outside any test
 */

/**
 * @param {boolean} passed
 * @returns {Count} of a check that is one test
 */
export function countCheck(passed) {
	return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * @param {VitestReport | undefined} report undefined when Vitest wrote none
 * @param {number} exitCode of Vitest
 * @returns {Count}
 */
export function countVitest(report, exitCode) {
	if (!report) return countCheck(false);
	// A file that cannot be loaded fails without a test that does.
	const brokenFiles = (report.testResults ?? []).filter(
		(file) =>
			file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
	).length;
	return withCrash(
		{
			passed: report.numPassedTests,
			failed: report.numFailedTests + brokenFiles,
			skipped: report.numPendingTests + (report.numTodoTests ?? 0)
		},
		exitCode
	);
}

/**
 * @param {PlaywrightReport | undefined} report undefined when Playwright wrote none
 * @param {number} exitCode of Playwright
 * @returns {Count} a flaky test, which passed when tried again, counts as passed
 */
export function countPlaywright(report, exitCode) {
	if (!report) return countCheck(false);
	const { expected, unexpected, flaky, skipped } = report.stats;
	return withCrash(
		{ passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped },
		exitCode
	);
}

/**
 * A runner that ran no test, or that failed though no test did, is one failure.
 *
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function withCrash(count, exitCode) {
	const crashed = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
	return crashed ? { ...count, failed: 1 } : count;
}

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const count of counts) {
		total.passed += count.passed;
		total.failed += count.failed;
		total.skipped += count.skipped;
	}
	return total;
}

/**
 * @param {Count} count
 * @returns {string} the last line of `npm test`
 */
export function countLine({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
