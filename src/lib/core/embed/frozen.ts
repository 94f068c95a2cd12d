import { formatDay, type Day } from '../date/day';
import type { DossierHeader } from '../dossier/schema';

/** What a reader of a frozen embed is told: the dossier is no longer what it was when it was frozen. */
export interface Changed {
	/** Those dated from the day on which it was frozen. */
	corrections: DossierHeader['corrections'];
}

/**
 * Whether a dossier has changed since an embed of it was frozen.
 * @param pinned the address' `rev`
 * @param rev the dossier's now
 * @param asof the day on which it was frozen, in days since 1970-01-01; undefined: every correction counts
 * @returns undefined where nothing was frozen or nothing has changed
 */
export function changedSince(
	pinned: string | undefined,
	rev: string,
	corrections: DossierHeader['corrections'],
	asof: Day | undefined
): Changed | undefined {
	if (pinned === undefined || pinned === rev) return undefined;
	const day = asof === undefined ? '' : formatDay(asof);
	return { corrections: corrections.filter(({ date }) => date >= day) };
}
