import type { Day } from '../date/day';
import type { Hemisphere, When } from '../date/when';
import { isCirca } from '../dossier/csl-date';
import { publicationOf, publisherOf, sourceId } from '../dossier/csl-source';
import type { CslItem } from '../dossier/schema';

/** What a row asks of a source. */
export interface SourceFacts {
	id: string;
	published: When | null;
	/** The day from which it is known, Infinity where it has no date. */
	known: Day;
	publisher: string;
}

/** Days that are kept by their date: there are some 3,600 in ten years. */
const KEPT = 1 << 16;

/** Gives the facts of CSL items; those of an item are worked out once, those of a day too. */
export function sourceReader(hemisphere: Hemisphere): (csl: CslItem) => SourceFacts {
	const known = new WeakMap<CslItem, SourceFacts>();
	const days = new Map<number, When | null>();
	const published = (csl: CslItem): When | null => {
		const key = plainDay(csl);
		if (key === undefined) return publicationOf(csl, hemisphere);
		let when = days.get(key);
		if (when === undefined) {
			if (days.size > KEPT) days.clear();
			days.set(key, (when = publicationOf(csl, hemisphere)));
		}
		return when;
	};
	return (csl) => {
		let facts = known.get(csl);
		if (!facts) {
			const when = published(csl);
			facts = {
				id: sourceId(csl),
				published: when,
				known: when?.possibleLast ?? Infinity,
				publisher: publisherOf(csl)
			};
			known.set(csl, facts);
		}
		return facts;
	};
}

/** A number for a day given without doubt as three numbers; undefined for any other date. */
function plainDay({ issued }: CslItem): number | undefined {
	const [parts, end] = issued?.['date-parts'] ?? [];
	if (!issued || !parts || end || parts.length !== 3 || isCirca(issued)) return undefined;
	const [year, month, day] = parts;
	if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number')
		return undefined;
	const plain = year >= 0 && year < 10_000 && month > 0 && month < 100 && day > 0 && day < 100;
	return plain ? (year * 100 + month) * 100 + day : undefined;
}
