import type { KnownPrecision } from '../core/view/view';
import type { Status } from '../core/dossier/status';

/** What the status of an event is called among the filters. */
export const STATUS_WORDS: Record<Status['status'], string> = {
	confirmed: 'Confirmed',
	reported: 'Reported',
	planned: 'Announced only',
	denied: 'Denied'
};

/** How exactly a place is known, as a least that is asked for. */
export const PRECISION_WORDS: Record<KnownPrecision, string> = {
	exact: 'The exact spot',
	near: 'Near a place',
	district: 'The district',
	province: 'The province',
	region: 'The region',
	country: 'The country'
};

export const ONLY_WORDS = { undated: 'Without a date', unplaced: 'Without a spot on the map' };
