import { readdirSync, readFileSync } from 'node:fs';

/**
 * A clock of the processor time that the workers of all pages have taken, and one of the process that draws,
 * in milliseconds. Linux alone tells both, in /proc; elsewhere they are NaN.
 *
 * @param {import('@playwright/test').Browser} browser
 * @returns {Promise<{ now: () => Promise<{ workers: number, graphics: number }>, stop: () => Promise<void> }>}
 */
export async function threadClock(browser) {
	const cdp = await browser.newBrowserCDPSession();
	return {
		now: async () => {
			const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
			const sum = (/** @type {string} */ type, /** @type {RegExp} */ name) =>
				processInfo
					.filter((process) => process.type === type)
					.reduce((all, { id }) => all + timeOf(id, name), 0);
			return { workers: sum('renderer', /^DedicatedWorker/), graphics: sum('GPU', /./) };
		},
		stop: () => cdp.detach()
	};
}

/**
 * Processor time of some threads of a process, in milliseconds.
 *
 * @param {number} pid
 * @param {RegExp} name of the threads; Linux keeps fifteen characters of it
 */
function timeOf(pid, name) {
	try {
		return readdirSync(`/proc/${pid}/task`)
			.map((task) => `/proc/${pid}/task/${task}`)
			.filter((task) => name.test(read(`${task}/comm`)))
			.reduce((sum, task) => sum + Number(read(`${task}/schedstat`).split(' ')[0]) / 1e6, 0);
	} catch {
		return NaN;
	}
}

/** @param {string} path */
function read(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// A thread may end while they are counted.
		return '';
	}
}
