import { formatDay, parseDay } from '../../date/day';
import { daysText, mondayOf, monthText, yearText } from './calendar';
import { COUNT, PART_OF_DAY, countOf, unitOf } from './lexicon';
import type { Dated, Rule, Scene, Story } from './rule';

const NOTHING: Dated = {
	value: null,
	reason: 'It counts from a day that is not written before it.'
};

/** `that night`, `the same day`, `the following day`, `the day before`, `the previous evening`. */
export const otherDay: Rule = {
	pattern: new RegExp(
		`\\b(?:(?:later|earlier|early|late)\\s+)?(?:(that\\s+same|that|the\\s+same|the\\s+following|the\\s+next|the\\s+previous|the\\s+preceding)\\s+(?:day|${PART_OF_DAY})|(the\\s+day\\s+before|the\\s+night\\s+before|the\\s+evening\\s+before|the\\s+day\\s+after)(?=\\s*[.,;:”"’)]|\\s*$|\\s+(?:when|in|at)\\b)|(?:earlier|later)\\s+(in\\s+the\\s+day))\\b(?!-|\\s+(?:of|to)\\b)`,
		'gi'
	),
	see([, which, beside]) {
		const word = (which ?? beside ?? 'same').toLowerCase();
		const step = /following|next|after/.test(word)
			? 1
			: /previous|preceding|before/.test(word)
				? -1
				: 0;
		return { grain: 'day', date: (scene) => stepDays(scene, step) };
	}
};

function stepDays({ story }: Scene, days: number): Dated {
	if (story.day === undefined) return NOTHING;
	const reason =
		days === 0
			? 'The day named before it.'
			: `Counted ${days > 0 ? 'on' : 'back'} from the day named before it.`;
	return { value: formatDay(story.day + days), reason };
}

/** `a day earlier`, `two weeks later`, `three years before`. */
export const otherCount: Rule = {
	pattern: new RegExp(
		`\\b(${COUNT})\\s+(days?|weeks?|months?|years?)\\s+(earlier|later|afterwards?|beforehand|previously)\\b`,
		'gi'
	),
	see: ([, count = '', unit = '', way = '']) => ({
		date: (scene) =>
			stepUnits(scene, countOf(count) * (/later|after/i.test(way) ? 1 : -1), unitOf(unit))
	})
};

function stepUnits(scene: Scene, count: number, unit: string): Dated {
	const { story } = scene;
	if (unit === 'day') return stepDays(scene, count);
	const reason = `Counted ${count > 0 ? 'on' : 'back'} from the date named before it.`;
	if (unit === 'week')
		return story.day === undefined
			? NOTHING
			: { value: `${formatDay(story.day + 7 * count)}~`, reason };
	if (unit === 'month') {
		if (!story.month) return NOTHING;
		const at = story.month.year * 12 + story.month.month - 1 + count;
		return { value: `${monthText(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1)}~`, reason };
	}
	return story.year === undefined ? NOTHING : { value: `${yearText(story.year + count)}~`, reason };
}

/** `that year`, `the following month`, `the previous week`, `the same year`. */
export const otherUnit: Rule = {
	pattern:
		/\b(?:(?:later|earlier|early|late)\s+)?(that\s+same|that|the\s+same|the\s+following|the\s+previous|the\s+preceding)\s+(week|month|year)\b(?!-)/gi,
	see([, which = '', unit = '']) {
		const step = /following/i.test(which) ? 1 : /previous|preceding/i.test(which) ? -1 : 0;
		return { date: (scene) => otherUnitOf(scene, step, unit.toLowerCase()) };
	}
};

function otherUnitOf({ story }: Scene, step: number, unit: string): Dated {
	const reason = 'Counted from the date named before it.';
	if (unit === 'year')
		return story.year === undefined ? NOTHING : { value: yearText(story.year + step), reason };
	if (unit === 'month') {
		if (!story.month) return NOTHING;
		const at = story.month.year * 12 + story.month.month - 1 + step;
		return { value: monthText(Math.floor(at / 12), (at % 12) + 1), reason };
	}
	if (story.day === undefined) return NOTHING;
	const monday = mondayOf(story.day) + 7 * step;
	return { value: daysText(monday, monday + 6), reason };
}

/** What a date before leaves to those that count from it. @param value EDTF of a single date */
export function storyOf(value: string, written: boolean): Story {
	const [, year, month] = /^(\d{4})(?:-(\d\d))?(?:-\d\d)?[~?%]?$/.exec(value) ?? [];
	const day = parseDay(value.slice(0, 10));
	const isMonth = month !== undefined && Number(month) <= 12;
	return {
		...(year !== undefined && { year: Number(year) }),
		...(isMonth && { month: { year: Number(year), month: Number(month) } }),
		...(year !== undefined && day !== undefined && { day, written })
	};
}
