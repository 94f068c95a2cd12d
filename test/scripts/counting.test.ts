import { describe, expect, it } from 'vitest';
import {
	countCheck,
	countLine,
	countPlaywright,
	countVitest,
	sum
} from '../../scripts/counting.js';

const oneFailed = { passed: 0, failed: 1, skipped: 0 };

describe('the count of unit tests', () => {
	const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

	it('is what Vitest reports', () => {
		expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
		expect(countVitest({ ...report, numFailedTests: 2 }, 1).failed).toBe(2);
	});

	it('has a failure for each file that could not be loaded', () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{ status: 'failed' }] },
			{ status: 'passed', assertionResults: [{ status: 'passed' }] }
		];
		expect(countVitest({ ...report, numFailedTests: 1, testResults }, 1).failed).toBe(2);
	});

	it('has a failure where the runner failed and no test did', () => {
		expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
	});

	it('is one failure where the runner crashed before it reported', () => {
		expect(countVitest(undefined, 1)).toEqual(oneFailed);
		expect(countVitest(undefined, 0)).toEqual(oneFailed);
	});

	it('is one failure where no test ran', () => {
		const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
		expect(countVitest(none, 0)).toEqual(oneFailed);
	});
});

describe('the count of end-to-end tests', () => {
	const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

	it('is what Playwright reports, where a flaky test has passed', () => {
		expect(countPlaywright({ stats }, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
	});

	it('has a failure for each fault outside the tests', () => {
		expect(countPlaywright({ stats, errors: [{}, {}] }, 1).failed).toBe(3);
	});

	it('has a failure where the runner failed and no test did', () => {
		expect(countPlaywright({ stats: { ...stats, unexpected: 0 } }, 1).failed).toBe(1);
	});

	it('is one failure where the runner crashed or ran no test', () => {
		const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
		expect(countPlaywright(undefined, 1)).toEqual(oneFailed);
		expect(countPlaywright({ stats: none }, 0)).toEqual(oneFailed);
	});
});

describe('the last line of npm test', () => {
	it('adds up everything, each static check as one test', () => {
		const all = [countCheck(true), countCheck(false), { passed: 5, failed: 0, skipped: 0 }];
		expect(countLine(sum(all))).toBe('6 passed, 1 failed');
	});

	it('names skipped tests only where there are some', () => {
		expect(countLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
	});
});
