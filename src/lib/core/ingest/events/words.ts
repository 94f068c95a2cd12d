import { whenInWords } from '../../date/words';
import type { DraftFigure } from '../draft';
import type { PlaceMention } from '../mention';
import type { Kind } from './kinds';
import { whenOf } from './when';

/** A title in our words, which tells what and where and takes no side: `Talks of A and B in C`. */
export function titleOf(
	kind: Kind,
	place: PlaceMention | null,
	near: boolean,
	actors: readonly string[]
): string {
	const where = place ? ` ${near ? 'near' : preposition(place)} ${nameOf(place)}` : '';
	const named = actors.slice(0, 3);
	const who = kind.incident || named.length === 0 ? '' : ` of ${listed(named)}`;
	if (where || who) return `${kind.noun}${who}${where}`;
	return actors.length > 0 ? `${kind.noun}: ${listed(actors.slice(0, 2))}` : kind.noun;
}

function preposition({ kind }: PlaceMention): string {
	if (kind === 'border') return 'on the';
	if (kind === 'lake' || kind === 'mountain') return 'at';
	return 'in';
}

/** A place's name: as it was resolved, else as the article writes it. */
export function nameOf({ name, text }: PlaceMention): string {
	return name ?? text;
}

function listed(names: readonly string[]): string {
	if (names.length < 2) return names.join('');
	return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const FIGURE_WORDS = {
	killed: 'killed',
	wounded: 'wounded',
	captured: 'captured',
	missing: 'missing'
} as const;

/** What a claim says, in our words, never the article's; who says it, and how, stands beside it. */
export function claimText(
	title: string,
	when: string | null,
	figures: readonly DraftFigure[]
): string {
	const read = whenOf(when);
	const date = read ? `, ${whenInWords(read)}` : '';
	const harm = figures
		.map(({ what, n, min, max }) => {
			const amount =
				n !== undefined ? String(n) : min !== undefined ? `at least ${min}` : `up to ${max ?? '?'}`;
			return `${amount} ${FIGURE_WORDS[what]}`;
		})
		.join(', ');
	return `${title}${date}${harm ? `; ${harm}` : ''}.`;
}
