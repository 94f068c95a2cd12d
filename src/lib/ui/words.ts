import { whenInWords } from '../core/date/words';
import { isolated } from '../core/dossier/directions';
import type { DossierEvent, Place } from '../core/dossier/dossier';
import type { Claim, Figure, Precision } from '../core/dossier/schema';
import type { Status } from '../core/dossier/status';
import type { Change } from '../core/dossier/history';
import type { LonLat } from '../core/place/geometry';
import { markedName } from '../core/place/names';
import { placeInWords, symbolPoint } from '../core/place/precision';

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

/** An event's places in words. */
interface PlaceWords {
	/** Where it happened, as exactly as that is known; undefined where the sources name no place. */
	at: string | undefined;
	/** The names of the places that it is about. */
	about: readonly string[];
}

/** @param language of the names */
export function placesInWords(
	event: Pick<DossierEvent, 'place' | 'precision' | 'concerns' | 'geometry'>,
	placeOf: (id: string) => Place | undefined,
	language: string
): PlaceWords {
	const nameOf = (id: string) => {
		const found = placeOf(id);
		return found && isolated(markedName(found.names, language));
	};
	const { place, precision, concerns } = event;
	const name = place === undefined ? undefined : nameOf(place);
	const spot = symbolPoint(event);
	return {
		at: name
			? placeInWords(name, precision)
			: spot && placeInWords(spotInWords(spot, precision), precision),
		about: concerns.map(nameOf).filter((found) => found !== undefined)
	};
}

/** `38.836° N, 122.816° W`: a spot that has no name, no finer than it is known. */
function spotInWords([lon, lat]: LonLat, precision: Precision): string {
	const digits = precision === 'exact' ? 3 : precision === 'near' ? 2 : 1;
	const degrees = (value: number, positive: string, negative: string) =>
		`${Math.abs(value).toFixed(digits)}° ${value < 0 ? negative : positive}`;
	return `${degrees(lat, 'N', 'S')}, ${degrees(lon, 'E', 'W')}`;
}

/** The line of an event's row in a list: `near Lake Sev`, `No place named; about Lachin`. */
export function placeLine({ at, about }: PlaceWords): string {
	return at ?? (about.length > 0 ? `No place named; about ${about.join(', ')}` : 'No place named');
}

/** A number as English writes it: 314,159. */
export const inDigits = (number: number): string => number.toLocaleString('en');

/** `314 of 20,001 events`. */
export const tallyInWords = ({ shown, total }: { shown: number; total: number }): string =>
	`${inDigits(shown)} of ${inDigits(total)} ${total === 1 ? 'event' : 'events'}`;

/** `1 event`, `14 events`, `2,300 events`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${inDigits(count)} ${count === 1 ? one : many}`;
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
