import type { Excerpt } from '../dossier/dossier';

/** What somebody who sees an excerpt has to know of it; undefined where nothing that the view shows is missing. */
export function excerptInWords({ held, shown, datesOnly }: Excerpt): string | undefined {
	if (held >= shown)
		return datesOnly && 'Events of other dates than the chosen ones are not held here.';
	return `These are the first ${inDigits(held)} of ${inDigits(shown)} events; narrow the dates or filters for the others.`;
}

/** A number as English writes it: 314,159. */
function inDigits(number: number): string {
	return number.toLocaleString('en-GB');
}
