import { calendarOf, type Day } from '../date/day';
import { yearInWords } from '../date/words';
import type { Missing } from './store';

/** The same parts once each, in their order. */
export function distinctMissing(parts: readonly Missing[]): Missing[] {
	const byBounds = new Map(parts.map((part) => [`${part.from} ${part.to}`, part]));
	return [...byBounds.values()].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

/** What a view may leave out – an answer from before they went away has them –, in one sentence; undefined where nothing is missing. */
export function missingInWords(parts: readonly Missing[]): string | undefined {
	const which = unreachable(parts);
	return which && `${which}: what is counted and shown may lack them.`;
}

/** Why there is no file, no picture and no page of a view: it would lack events and not say so. */
export function withoutInWords(parts: readonly Missing[]): string | undefined {
	const which = unreachable(parts);
	return which && `${which}, and this would lack them: ask again later, or for other dates.`;
}

function unreachable(parts: readonly Missing[]): string | undefined {
	const stretches = distinctMissing(parts).map(stretchInWords);
	const last = stretches.pop();
	if (last === undefined) return undefined;
	const which = stretches.length > 0 ? `${stretches.join(', ')} and ${last}` : last;
	return `Events ${which} cannot be reached at the moment`;
}

/** By years: parts that can be away by themselves stand on servers of their own by year. */
function stretchInWords({ from, to }: Missing): string {
	if (from === undefined) return to === undefined ? 'of some years' : `until ${yearOf(to)}`;
	if (to === undefined) return `from ${yearOf(from)} on`;
	const [first, last] = [yearOf(from), yearOf(to)];
	return first === last ? `of ${first}` : `of ${first} to ${last}`;
}

const yearOf = (day: Day): string => yearInWords(calendarOf(day).year);
