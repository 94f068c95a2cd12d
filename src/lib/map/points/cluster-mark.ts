import { ROLES } from '../../core/dossier/roles';
import { markOfKinds, type StackMark } from '../../core/picture/stack-mark';
import { ROLE_WORDS } from '../../core/picture/symbols';
import type { Cluster } from './group';
import { SHAPE_NAMES, VARIANTS } from './look';

/** So many kinds of events are drawn on a plate, the most frequent first; its words name all. */
const MOST_KINDS = 3;

/** What is drawn of a cluster. */
export function clusterMark({ kinds, ...cluster }: Cluster): StackMark {
	return markOfKinds(
		kinds.slice(0, MOST_KINDS).map(({ role, shape, variant, count, possible }) => ({
			role: ROLES[role] ?? 'armed',
			shape: SHAPE_NAMES[shape] ?? 'circle',
			variant: VARIANTS[variant] ?? 'solid',
			count,
			faint: possible === count
		})),
		cluster,
		shortCount(cluster.count)
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

/** A cluster in words: `1,204 events at 31 places: 900 armed, 304 word`. */
export function clusterInWords({ count, places, kinds }: Cluster): string {
	const number = (value: number) => value.toLocaleString('en');
	const byRole = new Map<string, number>();
	for (const { role, count } of kinds) {
		const word = ROLE_WORDS[ROLES[role] ?? 'armed'].toLowerCase();
		byRole.set(word, (byRole.get(word) ?? 0) + count);
	}
	const parts = [...byRole].sort((a, b) => b[1] - a[1]).map(([word, n]) => `${number(n)} ${word}`);
	const where = places === 1 ? 'at one place' : `at ${number(places)} places`;
	return `${number(count)} events ${where}: ${parts.join(', ')}`;
}
