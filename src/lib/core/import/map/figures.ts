import type { Figure } from '../../dossier/schema';
import type { CellFault } from './fault';
import { isDigits } from './text';

/** A data set counts deaths of all sides together; the format asks whose they are. */
export const ALL_SIDES = 'All sides together';

export const NO_COUNT: CellFault = {
	kind: 'count',
	expected: 'a whole number, 0 or more',
	mend: 'Correct it by the source; the figure was left out.'
};
const NO_RANGE: CellFault = {
	kind: 'count-range',
	expected:
		'a low estimate no higher than the best one, and a best one no higher than the high one',
	mend: 'Correct it by the source; the range was left out.'
};

/** A count of people; undefined for none given, a fault for what is no count. */
export function countOf(text: string): number | undefined | { fault: CellFault } {
	if (text === '') return undefined;
	if (isDigits(text) && text.length < 10) return Number(text);
	// Tables that passed through a statistics program write 4.0.
	return /^\d{1,9}\.0+$/.test(text) ? Number(text) : { fault: NO_COUNT };
}

/** People killed, by an estimate with its bounds; undefined where none says that there were any. */
export function killed(
	side: string,
	best: number | undefined,
	low: number | undefined,
	high: number | undefined
): { figure?: Figure; warning?: CellFault } {
	if (!best && !low && !high) return {};
	const figure: Figure = { what: 'killed', side };
	if (best !== undefined) figure.n = best;
	const middle = best ?? low ?? 0;
	if ((low ?? middle) > middle || middle > (high ?? middle)) return { figure, warning: NO_RANGE };
	if (low === best && high === best) return { figure };
	if (low !== undefined) figure.min = low;
	if (high !== undefined) figure.max = high;
	return { figure };
}
