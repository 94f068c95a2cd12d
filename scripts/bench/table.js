/**
 * @typedef {object} Sample what one step cost, in milliseconds
 * @property {number} work processor time of the main thread until all that the step changed is drawn
 * @property {number} drawn time that passes until then
 */

/**
 * A quantile of some numbers, with the values between two of them taken in proportion.
 *
 * @param {readonly number[]} values at least one
 * @param {number} q 0 (least) to 1 (greatest)
 * @returns {number}
 */
export function quantile(values, q) {
	const sorted = values.toSorted((a, b) => a - b);
	const at = q * (sorted.length - 1);
	const low = sorted[Math.floor(at)] ?? NaN;
	return low + ((sorted[Math.ceil(at)] ?? NaN) - low) * (at % 1);
}

/**
 * The table that the benchmark prints.
 *
 * @param {readonly { dossier: string, page: string, samples: readonly Sample[] }[]} runs the page
 *   measured for a dossier, then those that it is compared with
 * @returns {string}
 */
export function table(runs) {
	const lines = [['dossier', 'page', 'work p50', 'p95', 'drawn p50', 'p95', 'work ×', 'drawn ×']];
	for (const { dossier, page, samples } of runs) {
		const first = runs.find((run) => run.dossier === dossier);
		const [work, drawn] = /** @type {const} */ (['work', 'drawn']).map((key) => {
			const of = (/** @type {readonly Sample[]} */ list, /** @type {number} */ q) =>
				quantile(
					list.map((sample) => sample[key]),
					q
				);
			return {
				cells: [of(samples, 0.5), of(samples, 0.95)].map((ms) => ms.toFixed(1)),
				ratio: (of(samples, 0.95) / of(first?.samples ?? samples, 0.95)).toFixed(2)
			};
		});
		lines.push([
			dossier,
			page,
			...(work?.cells ?? []),
			...(drawn?.cells ?? []),
			work?.ratio ?? '',
			drawn?.ratio ?? ''
		]);
	}
	return aligned(lines, 2);
}

/**
 * Lines of a table under each other.
 *
 * @param {readonly (readonly string[])[]} lines cells of each, the heads first
 * @param {number} words how many of the first columns are words; numbers follow
 * @returns {string}
 */
export function aligned(lines, words) {
	const widths = (lines[0] ?? []).map((_, column) =>
		Math.max(...lines.map((line) => (line[column] ?? '').length))
	);
	return lines
		.map((line) =>
			line
				.map((cell, i) => (i < words ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
