import type { Entry, Hit } from './gazetteer';
import { distanceKm } from './near';
import type { Spot } from './spot';
import type { Token } from './tokens';
import { LOCATIVE } from './words';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** What governments do and towns do not. */
const ACTS = set(
	`said says stated responded responds denied denies rejected rejects accused accuses called calls urged urges
	warned warns demanded demands insisted insists claimed claims announced announces agreed agrees refused refuses
	wants wanted hopes hoped condemned condemns offered offers proposed proposes pledged pledges vowed vows threatened
	threatens confirmed confirms signed recognised recognized recognises recognizes supports supported maintains
	maintained asked asks expects expected expressed expresses ceded promised backed backs protested summoned expelled
	imposed intends understood considers believes argues argued reiterated noted added blamed blames celebrated`
);
const HELPERS = set(
	'has have had is was will would also not again repeatedly later earlier may might can could should must already'
);
/** What only a government has. */
const OURS = set(
	`request refusal decision demand demands position response offer proposal policy claims claim statement calls call
	stance criticism support relations reaction readiness consent approval concerns concern accusations allegations
	government authorities president leadership military troops forces foreign defence defense allies interests ties
	envoy delegation representatives intentions promise ultimatum role efforts mediation recognition backing`
);
/** Before a name that stands for a government. */
const TOWARDS = set(
	'by with against between told accused urged asked accuses accusing urges warned blamed blames backed'
);

/**
 * Whether a country or a capital stands for its government: `Moscow has responded`, `Baku's refusal`. No event took place
 * there; the place is meant where a preposition says so: `in Yerevan`.
 */
export function isMetonym(spot: Spot, entry: Entry, tokens: readonly Token[]): boolean {
	if (entry.kind !== 'country' && !isCapital(spot.hits, entry)) return false;
	const first = tokens[spot.from] as Token;
	const last = tokens[spot.to] as Token;
	const near = (i: number) => (tokens[i]?.sentence === first.sentence ? tokens[i] : undefined);
	const before = near(spot.from - 1);
	if (last.possessive) return [1, 2, 3].some((n) => OURS.has(near(spot.to + n)?.key ?? ''));
	if (before && LOCATIVE.has(before.key) && before.key !== 'between') return false;
	if (before && TOWARDS.has(before.key)) return true;
	const after = near(spot.to + 1);
	if (
		/^-/.test(after?.gap ?? '') &&
		/^(led|brokered|backed|mediated|sponsored|funded)$/.test(after?.key ?? '')
	)
		return true;
	for (let n = 1; n < 5; n++) {
		const token = near(spot.to + n);
		if (!token || token.gap.trim() !== '') return false;
		if (ACTS.has(token.key)) return true;
		if (!HELPERS.has(token.key)) return false;
	}
	return false;
}

function isCapital(hits: readonly Hit[], entry: Entry): boolean {
	if (entry.capital === 2) return true;
	return hits.some(({ entry: one }) => one.capital === 2 && distanceKm(one, entry) < 30);
}
