import { calendarOf } from '../../date/day';
import { anchorName, yearText } from './calendar';
import { SEASON, YEAR, seasonOf } from './lexicon';
import { NO_ANCHOR, type Dated, type Rule, type Scene } from './rule';
import { lead } from './tense';

/** EDTF's `2020-23`; seasons are those of the northern half, a winter is of the year in which it begins. */
const seasonText = (year: number, season: number) => `${yearText(year)}-${season}`;

/** `fall of 2020`, `last summer`, `in the spring`, `the winter of 2020–21`. */
export const season: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:early|late|mid)[\\s-]+(?:in\\s+)?(?:the\\s+)?)?(?:(last|this|next|this\\s+past|this\\s+coming|the\\s+coming|the)\\s+)?(${SEASON})(?:\\s+(?:of\\s+|in\\s+)?(?:(last|this|next)\\s+year|(${YEAR})(?:[-–/](\\d\\d(?:\\d\\d)?))?))?(?![\\p{L}\\d])`,
		'giu'
	),
	see(match, { text }) {
		const [all, which, name = '', whose, yearWritten, second] = match;
		const start = match.index ?? 0;
		const end = start + all.length;
		const word = which?.toLowerCase().split(/\s+/).at(-1);
		const alone = !whose && !yearWritten && (!word || word === 'the');
		// `in the fall of Kabul`, `the spring`, `Arab Spring`.
		if (alone) {
			const before = lead(text, start);
			const after = text.slice(end, end + 12);
			const shared = new RegExp(`^\\s+(?:and|or)\\s+${SEASON}\\s+(?:of\\s+)?\\d{4}`, 'i').test(
				text.slice(end, end + 30)
			);
			if (shared)
				return {
					grain: 'season',
					yearless: true,
					date: (scene) => dateSeason(seasonOf(name), name, undefined, word, false, false, scene)
				};
			if (word !== 'the' || !/\b(?:in|during|since|until|by|over)\s+$/i.test(before)) return null;
			if (/^\s+(?:of|in)\b|^-|^['’]s|^\s+(?:Olympics?|\p{Ll}+s)\b/iu.test(after)) return null;
		}
		const year = yearWritten ? Number(yearWritten) : undefined;
		const doubt = year !== undefined && seasonOf(name) === 24 && !second;
		return {
			grain: 'season',
			...(year !== undefined && { year }),
			date: (scene) =>
				dateSeason(seasonOf(name), name, year, whose ?? word, whose !== undefined, doubt, scene)
		};
	}
};

const FIRST_MONTH: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

function dateSeason(
	season: number,
	name: string,
	year: number | undefined,
	which: string | undefined,
	ofYear: boolean,
	doubt: boolean,
	{ anchor, tense, rangeYear }: Scene
): Dated {
	if (year !== undefined)
		return {
			value: seasonText(year, season) + (doubt ? '?' : ''),
			reason: doubt ? 'A winter lies in two years; only one is written.' : 'As written.'
		};
	if (rangeYear !== undefined)
		return {
			value: seasonText(rangeYear, season),
			reason: 'In the year that is written behind it.'
		};
	if (!anchor) return NO_ANCHOR;
	const now = calendarOf(anchor.day);
	const from = anchorName(anchor);
	if (ofYear) {
		const at = now.year + ({ last: -1, this: 0, next: 1 }[which ?? ''] ?? 0);
		return {
			value: seasonText(at, season) + (season === 24 ? '?' : ''),
			reason: `The ${name} of the year counted from ${from}.`
		};
	}
	const first = FIRST_MONTH[season] ?? 1;
	/** Whole seasons since the one of this year began; negative while it is to come. */
	const under = season === 24 && now.month < 3 ? now.year - 1 : now.year;
	const begun = season === 24 && now.month < 3 ? true : now.month >= first;
	const over = season !== 24 && now.month >= first + 3;
	if (which === 'last' || which === 'past') {
		const at = over ? now.year : under - 1;
		const doubtful = over && now.month - (first + 3) >= 2;
		return {
			value: seasonText(at, season) + (doubtful ? '?' : ''),
			reason: `The last whole ${name} before ${from}.`
		};
	}
	if (which === 'next') {
		const at = begun ? under + 1 : now.year;
		return {
			value: seasonText(at, season) + (begun ? '' : '?'),
			reason: `The next ${name} after ${from}.`
		};
	}
	const coming =
		which === 'coming' || (which === 'the' && (tense === 'future' || tense === 'present'));
	if (coming)
		return {
			value: seasonText(over ? now.year + 1 : under, season),
			reason: `The next ${name} from ${from} on.`
		};
	if (which === 'this')
		return { value: seasonText(under, season), reason: `The ${name} of the year of ${anchor.of}.` };
	return {
		value: seasonText(begun ? under : now.year - 1, season),
		reason: `The latest ${name} up to ${from}.`
	};
}
