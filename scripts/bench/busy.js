/** @typedef {import('@playwright/test').Page} Page */

/**
 * A clock of the processor time that a page's main thread has taken, in milliseconds (ThreadTime of the
 * DevTools protocol): whatever else runs on the machine has little hold on it.
 *
 * @param {Page} page
 * @returns {Promise<{ now: () => Promise<number>, stop: () => Promise<void> }>}
 */
export async function busyClock(page) {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Performance.enable');
	return {
		now: async () => {
			const { metrics } = await cdp.send('Performance.getMetrics');
			return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
		},
		stop: () => cdp.detach()
	};
}
