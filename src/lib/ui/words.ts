import { whenInWords } from '../core/date/words';
import type { Claim, Figure } from '../core/dossier/schema';
import type { Status } from '../core/dossier/status';
import type { Change } from '../core/dossier/story';

/** How a claim stands to its event: a denial may be a flat one or another account of the same. */
export const STANCE_WORDS: Record<Claim['stance'], string> = {
	announces: 'announces',
	reports: 'reports',
	confirms: 'confirms',
	denies: 'contradicts'
};

/** `13`, `at least 500`, `10 to 12`, `up to 70`. */
export function numberInWords({ n, min, max }: Figure): string {
	if (n !== undefined) return String(n);
	if (min === undefined) return `up to ${max}`;
	return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}

/** `13 captured (Armenia)`, `up to 70 killed (Azerbaijan), not verified`. */
export function figureInWords(figure: Figure, side: string): string {
	return `${numberInWords(figure)} ${figure.what} (${side})${figure.unverified ? ', not verified' : ''}`;
}

/**
 * What a claim changed, as its card says it: `captured (Armenia): 12 → 13`.
 * @param nameOf the name of an actor or place by its id
 */
export function changeInWords(change: Change, nameOf: (id: string) => string): string {
	switch (change.kind) {
		case 'figure': {
			const { what, side, before, now } = change;
			const doubt = now.unverified ? ', not verified' : '';
			return `${what} (${nameOf(side)}): ${numberInWords(before)} → ${numberInWords(now)}${doubt}`;
		}
		case 'when':
			return `date: ${whenInWords(change.before ?? null)} → ${whenInWords(change.now ?? null)}`;
		case 'place':
			return `place: ${nameOf(change.before)} → ${nameOf(change.now)}`;
		case 'reported':
			return 'announced before; now reported';
	}
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

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** A language's English name by its code; the code itself where it is none. */
export function languageInWords(code: string): string {
	try {
		return LANGUAGES.of(code) ?? code;
	} catch {
		return code;
	}
}
