import type { Span } from '../article';
import type { DraftFigure } from '../draft';
import { writtenAt } from '../sentences';

/** A figure with where it stands. */
export interface FigureAt extends DraftFigure, Span {
	/** The word right before who came to harm, which may say whose they are: `Armenian`. */
	whose?: string;
}

const UNITS: Record<string, number> = Object.fromEntries(
	`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
	seventeen eighteen nineteen twenty`
		.split(/\s+/)
		.map((word, n) => [word, n])
);
const TENS: Record<string, number> = Object.fromEntries(
	'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, i) => [word, (i + 2) * 10])
);
const NUMBER = `(?:(?:a |two |three |several )?(?:dozen|hundred|thousand)|\\d{1,3}(?:,\\d{3})+|\\d{1,7}|(?:${Object.keys(TENS).join('|')})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|${Object.keys(UNITS).join('|')})(?! (?:km|kilomet|mile|met(?:re|er)|percent|per cent|year|day|hour|month|week|minute|house|home|building|million|billion))`;
const AT_LEAST = '(?:at least|more than|over|no fewer than|a minimum of)';
const UP_TO = '(?:up to|as many as|fewer than|less than)';
const ABOUT = '(?:about|around|some|nearly|almost|roughly|approximately|an estimated)';
const PEOPLE =
	'(?:(?:[\\p{L}’-]+ ){0,2}?(?:people|persons|soldiers|troops|servicemen|civilians|villagers|residents|passengers|protesters|police(?:men| officers)?|officers|children|students|workers|men|women|others|migrants|fighters|militants|members|lives|deaths|fatalities|casualties|injuries|of its (?:soldiers|troops|citizens)|of their \\p{L}+))';

const HARMS: [DraftFigure['what'], string][] = [
	[
		'killed',
		'killed|dead|died|lives|deaths?|fatalities|drowned|perished|lost their lives|shot dead'
	],
	['wounded', 'wounded|injured|hurt|injuries|hospitali[sz]ed'],
	['captured', 'captured|taken prisoner|taken captive|taken hostage|detained'],
	['missing', 'missing|unaccounted for']
];

const AMOUNT = `(?<bound>${AT_LEAST}|${UP_TO}|${ABOUT})?\\s*(?<number>${NUMBER})`;
const PATTERNS = HARMS.flatMap(([what, words]) => [
	// “six soldiers were killed”, “32 others taken prisoner”, “6,000 lives”
	{
		what,
		find: new RegExp(
			`(?<![\\p{L}\\p{N}.,])${AMOUNT}(?:\\s+(?<people>${PEOPLE}))?\\s*(?:(?:were|was|are|is|have been|has been|had been|have|had|reported|confirmed|feared|also)\\s+){0,3}(?:${words})(?!\\p{L})`,
			'giu'
		)
	},
	// “killing six people”, “claimed 6,000 lives”, “left 12 dead” is the first
	{
		what,
		find: new RegExp(
			`(?<!\\p{L})(?:${what === 'killed' ? 'killing|killed|claimed|death toll (?:\\p{L}+ ){0,4}(?:to|at|of)' : what === 'wounded' ? 'wounding|injuring|wounded|injured' : what === 'captured' ? 'capturing|captured|detaining|detained' : 'leaving missing'})\\s+${AMOUNT}(?:\\s+(?<people>${PEOPLE}))?`,
			'giu'
		)
	}
]);

const YEAR_BEFORE = /(?<!\p{L})(?:in|since|of|from|during|by|early|late|until)\s+$/iu;

/** The casualties that a stretch of text gives in figures, in its order; of two readings of one number the first. */
export function figuresIn(text: string, { start, end }: Span): FigureAt[] {
	const written = writtenAt(text, { start, end });
	const found: FigureAt[] = [];
	for (const { what, find } of PATTERNS)
		for (const match of written.matchAll(find)) {
			const { bound = '', number = '', people = '' } = match.groups ?? {};
			const n = numberOf(number);
			if (n === undefined || n > 10_000_000) continue;
			const at = start + match.index + match[0].indexOf(number);
			if (/^(?:19|20)\d\d$/.test(number) && YEAR_BEFORE.test(text.slice(Math.max(0, at - 12), at)))
				continue;
			if (found.some((other) => other.start <= at && at < other.end)) continue;
			const amount = new RegExp(`^${AT_LEAST}$`, 'iu').test(bound)
				? { min: n }
				: new RegExp(`^${UP_TO}$`, 'iu').test(bound)
					? { max: n }
					: { n };
			const whose = /^([\p{Lu}][\p{L}-]+)/u.exec(people.trim())?.[1];
			found.push({
				what,
				...amount,
				start: at,
				end: start + match.index + match[0].length,
				...(whose && { whose })
			});
		}
	return found.sort((a, b) => a.start - b.start);
}

/** `32`, `6,000`, `twenty-six`, `two dozen` as a number; undefined for what is none, as `dozens`. */
export function numberOf(written: string): number | undefined {
	const word = written.trim().toLowerCase();
	if (/^\d[\d,]*$/.test(word)) return Number(word.replace(/,/g, ''));
	if (word in UNITS) return UNITS[word];
	const [tens = '', unit] = word.split('-');
	if (tens in TENS) return (TENS[tens] ?? 0) + (unit ? (UNITS[unit] ?? 0) : 0);
	const counted = /^(a|two|three)? ?(dozen|hundred|thousand)$/.exec(word);
	if (!counted) return undefined;
	const times = counted[1] === undefined || counted[1] === 'a' ? 1 : (UNITS[counted[1]] ?? 1);
	return times * (counted[2] === 'dozen' ? 12 : counted[2] === 'hundred' ? 100 : 1000);
}
