import type { Dossier } from '../../core/dossier/dossier';
import { parseFigureSize, type FigureSize } from '../../core/picture/figure-size';
import { isTooLong, MAX_QUERY_LENGTH, parseView } from '../../core/view/codec';
import { showView, type ShownView } from '../../core/view/show';
import { Refused } from './figure';

/**
 * Reads what a picture is asked to show and to be. Throws `Refused` where there is no such event, no such
 * size, or too much of an address.
 * @param query with or without `?`
 * @param today days since 1970-01-01
 */
export function readFigureRequest(
	whole: Dossier,
	query: string,
	today: number
): { show: ShownView; size: FigureSize } {
	const bare = query.replace(/^\?/, '');
	if (isTooLong(bare))
		throw new Refused(
			414,
			`The address of a view may have ${MAX_QUERY_LENGTH} characters; this one has ${bare.length}.`
		);
	const params = new URLSearchParams(bare);
	const size = parseFigureSize(params);
	if (typeof size === 'string') throw new Refused(400, size);
	const { event } = parseView(bare).view;
	if (event !== undefined && !whole.events.some(({ id }) => id === event))
		throw new Refused(404, `The dossier “${whole.header.id}” has no event “${event}”.`);
	return { show: showView(whole, bare, today), size };
}
