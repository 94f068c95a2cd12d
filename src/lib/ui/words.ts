import type { Figure } from '../core/dossier/schema';
import type { Claim } from '../core/dossier/schema';
import type { Status } from '../core/dossier/status';

/** How a claim stands to its event. */
export const STANCE_WORDS: Record<Claim['stance'], string> = {
	announces: 'announces',
	reports: 'reports',
	confirms: 'confirms',
	denies: 'denies'
};

/** `13 captured (Armenia)`, `up to 70 killed (Azerbaijan), not verified`. */
export function figureInWords(figure: Figure, side: string): string {
	const { n, min, max, what, unverified } = figure;
	const number =
		n !== undefined
			? String(n)
			: min !== undefined && max !== undefined
				? `${min} to ${max}`
				: min !== undefined
					? `at least ${min}`
					: `up to ${max}`;
	return `${number} ${what} (${side})${unverified ? ', not verified' : ''}`;
}

/** The status of an event as its card says it. */
export function statusInWords({ status, overdue, contested }: Status): string {
	const words = {
		denied: 'Denied by all who speak of it',
		planned: overdue ? 'Announced; no report that it was held' : 'Planned',
		confirmed: 'Confirmed by another than the first to report it',
		reported: 'Reported'
	}[status];
	return contested ? `${words}; accounts differ` : words;
}

/** `1 event`, `14 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
