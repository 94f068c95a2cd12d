import type { Day } from '../date/day';

/** Where the map stands: zoom as in MapLibre (512-pixel tiles), centre in degrees. */
export interface MapPosition {
	zoom: number;
	lat: number;
	lon: number;
}

/** What is on screen. What is undefined stands at its default and is not written into the address. */
export interface View {
	/** First and last day shown, inclusive; undefined: no bound. */
	from?: Day | undefined;
	to?: Day | undefined;
	/** Id of the event whose card is open. */
	event?: string | undefined;
	map?: MapPosition | undefined;
	/** Language of the place names, as in the dossier's labelLanguages. */
	labels?: string | undefined;
	theme?: 'light' | 'dark' | undefined;
	/** Keys that this version does not know, kept as they came. */
	others: readonly (readonly [string, string])[];
}
