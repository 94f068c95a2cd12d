import type { Day } from '../date/day';
import type { EmbedPart, Theme, View } from '../view/view';

/** What a writer chooses for an embed, over what the viewer shows. */
export interface EmbedOptions {
	parts: readonly EmbedPart[];
	/** Its card is open, or no event's. */
	event: boolean;
	/** It begins where the map stands; else where the dossier opens. */
	place: boolean;
	/** Of the place names; undefined: the dossier's own. */
	labels: string | undefined;
	/** Undefined: as the reader's system has it. */
	theme: Theme | undefined;
	/** Its reader sees what is known now, and is told when the dossier changes. */
	frozen: boolean;
}

/** The parts that an embed shows where its address names none. */
export const USUAL_PARTS: readonly EmbedPart[] = ['timeline', 'legend'];

/**
 * The change that makes an embed's view of the viewer's.
 * @param rev the dossier's content hash
 * @param today days since 1970-01-01
 */
export function embedChange(
	view: View,
	options: EmbedOptions,
	rev: string,
	today: Day
): Partial<View> {
	const { parts, event, place, labels, theme, frozen } = options;
	const usual = parts.length === USUAL_PARTS.length && USUAL_PARTS.every((p) => parts.includes(p));
	return {
		ui: usual ? undefined : parts.length === 0 ? ['map'] : parts,
		// In a story, where its step has it.
		event: event ? view.event : view.base?.event,
		map: place ? view.map : view.base?.map,
		labels,
		theme,
		asof: frozen ? (view.asof ?? today) : view.asof,
		rev: frozen ? rev : undefined
	};
}
