import { ROLES } from '../../core/dossier/roles';
import { markOfKinds, type StackMark } from '../../core/picture/stack-mark';
import { ROLE_WORDS } from '../../core/picture/symbols';
import type { Cluster } from './group';
import { SHAPE_NAMES, VARIANTS } from './look';

/** So many kinds of events are drawn on a plate, the most frequent first; its words name all. */
const MOST_KINDS = 3;

/** What is drawn of a cluster. */
export function clusterMark({ kinds, count, places, coarse, more }: Cluster): StackMark {
	return markOfKinds(
		kinds.slice(0, MOST_KINDS).map((kind) => ({
			role: ROLES[kind.role] ?? 'armed',
			shape: SHAPE_NAMES[kind.shape] ?? 'circle',
			variant: VARIANTS[kind.variant] ?? 'solid',
			count: kind.count,
			faint: kind.possible === kind.count
		})),
		{ count, places: more ? places + 1 : places, coarse },
		shortCount(count)
	);
}

/** A number in at most five characters: 9,876, 12k, 345k, 1.2M. Rounded down: a plate never says more than there is. */
export function shortCount(count: number): string {
	if (count < 10_000) return count.toLocaleString('en');
	if (count < 1_000_000) return `${Math.floor(count / 1_000)}k`;
	return count < 10_000_000
		? `${Math.floor(count / 100_000) / 10}M`
		: `${Math.floor(count / 1_000_000)}M`;
}

/** A cluster in words: `1,204 events at 31 places: 900 armed, 304 word`; `at several places` where it is not known at how many. */
export function clusterInWords({ count, places, more, kinds }: Cluster): string {
	const number = (value: number) => value.toLocaleString('en');
	const byRole = new Map<string, number>();
	for (const { role, count } of kinds) {
		const word = ROLE_WORDS[ROLES[role] ?? 'armed'].toLowerCase();
		byRole.set(word, (byRole.get(word) ?? 0) + count);
	}
	const parts = [...byRole].sort((a, b) => b[1] - a[1]).map(([word, n]) => `${number(n)} ${word}`);
	const known = places === 1 ? 'at one place' : `at ${number(places)} places`;
	const where = more ? 'at several places' : known;
	return `${number(count)} ${count === 1 ? 'event' : 'events'} ${where}: ${parts.join(', ')}`;
}
