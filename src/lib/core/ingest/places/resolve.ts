import type { Candidate } from '../mention';
import { candidate, type Entry, type Hit } from './gazetteer';
import { distanceKm, isWithin } from './near';
import type { Spot } from './spot';
import type { Token } from './tokens';

/** What a document says about where its places lie. */
interface Context {
	/** What each country weighs in it, and what of that each name gave: no name speaks for itself. */
	countries: Map<string, { sum: number; by: Map<string, number> }>;
	/** The sum over all countries. */
	sum: number;
	/** Places that are certain. */
	anchors: { entry: Entry; key: string }[];
	/** Provinces and districts that are named. */
	areas: { entry: Entry; key: string }[];
}

/** A mention's candidates, best first, and how it was chosen. */
export interface Resolved {
	spot: Spot;
	candidates: Candidate[];
	entry: Entry | null;
	reason: string;
}

/** From this share of the evidence on, a name is taken for its first candidate. */
const SURE = 0.4;
const MOST = 5;

/** So many certain places tell where the others lie: enough for an article, few enough for a list of all places. */
const MOST_ANCHORS = 100;

/** Of places that are one, as gazetteers count: within so many kilometres. */
const SAME_KM = 30;

/** How much less a province counts than the town that it is named after: `in Homs`. */
const TOWN_FIRST = 2;

function hasOwnTown(province: Entry, { hits }: Spot): boolean {
	return hits.some(
		({ entry, other }) =>
			!other &&
			entry.kind !== 'province' &&
			(entry.population ?? 0) > 10_000 &&
			isWithin(entry, province)
	);
}

function prior({ entry, other }: Hit, spot: Spot): number {
	let sum: number;
	if (entry.id !== undefined) sum = 14;
	else if (entry.kind === 'country') sum = 9;
	else if (entry.kind === 'region') sum = 7.4;
	else if (entry.kind === 'province') sum = 7.2;
	else if (entry.kind === 'district') sum = 4.5;
	else if (entry.kind === 'lake' || entry.kind === 'feature') sum = 7;
	else sum = Math.log10((entry.population ?? 0) + 100) * 0.95 + (entry.capital ?? 0) * 0.7;
	if (other) sum -= 1.2;
	if (
		(entry.kind === 'province' || entry.kind === 'district') &&
		!spot.head &&
		!spot.said &&
		hasOwnTown(entry, spot)
	)
		sum -= TOWN_FIRST;
	const head = spot.head ?? spot.said;
	if (head) {
		const area =
			/^(count|provin|state|region|district|prefect|governor|oblast|parish|territ|canton|municip)/.test(
				head
			);
		if (area && /^(province|district|region)$/.test(entry.kind)) sum += 4;
		if (area && entry.kind === 'country' && !/^state/.test(head)) sum -= 3;
		if (/^(city|town)$/.test(head) && /^(city|village)$/.test(entry.kind)) sum += 2;
		if (/^(lake|river|sea|bay|gulf)/.test(head) && /^(lake|feature)$/.test(entry.kind)) sum += 3;
	}
	return sum;
}

/**
 * Chooses what each name stands for: by what it is, how many live there, the countries that the document names, what
 * lies around it in the text, and one sense throughout.
 * @param hinted countries of the demonyms, once each time
 */
export function resolve(
	spots: readonly Spot[],
	tokens: readonly Token[],
	hinted: readonly string[]
): Resolved[] {
	const scores = spots.map((spot) => {
		const countries = new Set(
			spot.hits
				.filter(({ entry, other }) => entry.kind === 'country' && !other)
				.map(({ entry }) => entry.country)
		);
		// México is a state of Mexico, too: without a word that says so, the country is meant.
		return spot.hits.map(
			(hit) =>
				prior(hit, spot) -
				(hit.entry.kind !== 'country' &&
				countries.has(hit.entry.country) &&
				!spot.head &&
				!spot.said
					? 6
					: 0)
		);
	});
	spots.forEach((spot, i) => {
		const following = spots[i + 1];
		if (
			!following ||
			following.from !== spot.to + 1 ||
			!/^\s*[,(]\s*$/.test((tokens[following.from] as Token).gap)
		)
			return;
		const mine = scores[i] as number[];
		const theirs = scores[i + 1] as number[];
		spot.hits.forEach(({ entry }, a) => {
			following.hits.forEach(({ entry: outer }, b) => {
				if (!isWithin(entry, outer)) return;
				// In a list of states, `Oklahoma, Pennsylvania` is not the town of Oklahoma there.
				const list =
					entry.kind !== 'province' &&
					spot.hits.some(
						(hit) =>
							isArea(hit) &&
							hit.entry.kind === outer.kind &&
							(outer.kind === 'country' || hit.entry.country === outer.country)
					);
				mine[a] = Math.max(mine[a] as number, prior(spot.hits[a] as Hit, spot) + (list ? 1 : 5));
				theirs[b] = Math.max(theirs[b] as number, prior(following.hits[b] as Hit, following) + 2);
			});
		});
	});
	alike(spots, tokens, scores);
	let chosen = spots.map((spot, i) => best(spot, scores[i] as number[]));
	for (let round = 0; round < 2; round++) {
		const context = contextOf(spots, chosen, hinted);
		// What the rest says of a name is the same wherever it stands.
		const told = new Map<string, number[]>();
		chosen = spots.map((spot, i) => {
			let more = told.get(spot.key);
			if (more?.length !== spot.hits.length) {
				more = spot.hits.map(({ entry }) => inContext(entry, spot.key, context));
				told.set(spot.key, more);
			}
			const own = scores[i] as number[];
			return best(
				spot,
				more.map((said, h) => said + (own[h] as number))
			);
		});
		oneSense(spots, chosen);
	}
	return spots.map((spot, i) => result(spot, chosen[i] as Choice));
}

/** In a list the places are of one sort: `Virginia, Washington and Wyoming` are states. */
function alike(spots: readonly Spot[], tokens: readonly Token[], scores: number[][]) {
	const listed = (a: Spot | undefined, b: Spot | undefined) => {
		if (!a || !b) return false;
		const between = tokens.slice(a.to + 1, b.from);
		if (between.some(({ key }) => key !== 'and') || between.length > 1) return false;
		return tokens.slice(a.to + 1, b.from + 1).every(({ gap }) => /^[\s,]*$/.test(gap));
	};
	spots.forEach((spot, i) => {
		if (spot.hits.length < 2) return;
		const beside = [
			listed(spots[i - 1], spot) && spots[i - 1],
			listed(spot, spots[i + 1]) && spots[i + 1]
		];
		spot.hits.forEach(({ entry }, h) => {
			const same = beside.filter(
				(other) =>
					other &&
					other.hits.some(
						({ entry: one, other: rare }) =>
							!rare && one.kind === entry.kind && one.country === entry.country
					)
			).length;
			if (entry.kind === 'province' || entry.kind === 'country')
				(scores[i] as number[])[h] = ((scores[i] as number[])[h] as number) + same;
		});
	});
}

const isArea = ({ entry, other }: Hit) =>
	!other && (entry.kind === 'country' || entry.kind === 'province');

interface Choice {
	/** Hits by weight, heaviest first. */
	order: { hit: Hit; weight: number }[];
}

function best(spot: Spot, scores: readonly number[]): Choice {
	const ordered = spot.hits
		.map((hit, i) => ({ hit, score: scores[i] as number }))
		.sort((a, b) => b.score - a.score)
		.slice(0, 12);
	const top = ordered[0]?.score ?? 0;
	// A place that two sources have, or a town and the district around it, is one.
	const kept: { hit: Hit; weight: number }[] = [];
	let sum = 0;
	for (const { hit, score } of ordered) {
		const weight = Math.exp((score - top) * 1.1);
		sum += weight;
		const same = kept.find((other) => distanceKm(other.hit.entry, hit.entry) < SAME_KM);
		if (same) same.weight += weight;
		else kept.push({ hit, weight });
	}
	return {
		order: kept
			.map(({ hit, weight }) => ({ hit, weight: weight / sum }))
			.sort((a, b) => b.weight - a.weight)
	};
}

function contextOf(
	spots: readonly Spot[],
	chosen: readonly Choice[],
	hinted: readonly string[]
): Context {
	const context: Context = { countries: new Map(), sum: 0, anchors: [], areas: [] };
	const add = (country: string | undefined, weight: number, key: string) => {
		if (!country) return;
		const own = context.countries.get(country) ?? { sum: 0, by: new Map<string, number>() };
		own.sum += weight;
		own.by.set(key, (own.by.get(key) ?? 0) + weight);
		context.countries.set(country, own);
		context.sum += weight;
	};
	for (const country of hinted) add(country, 0.5, '');
	const counted = new Set<string>();
	chosen.forEach(({ order }, at) => {
		const [top] = order;
		if (!top || top.weight < 0.7) return;
		const { entry } = top.hit;
		const { key } = spots[at] as Spot;
		const again = counted.has(key);
		counted.add(key);
		if (entry.kind === 'country') add(entry.country, again ? 0.3 : 1, key);
		else {
			add(entry.country, again ? 0.1 : 0.5, key);
			if (entry.kind !== 'region' && !again && context.anchors.length < MOST_ANCHORS)
				context.anchors.push({ entry, key });
			if (
				(entry.kind === 'province' || entry.kind === 'district') &&
				!again &&
				context.areas.length < 50
			)
				context.areas.push({ entry, key });
		}
	});
	return context;
}

function inContext(entry: Entry, key: string, context: Context): number {
	if (entry.kind === 'country') return 0;
	// Seas and parts of the world lie in no one country.
	if (entry.country === undefined && entry.id === undefined) return 2;
	const own = entry.country === undefined ? undefined : context.countries.get(entry.country);
	const said = own ? own.sum - (own.by.get(key) ?? 0) : 0;
	const share = said / Math.max(1, context.sum);
	let sum = said > 0.01 ? 0.8 + 2.4 * Math.min(1, share * 1.5) : 0;
	if (context.areas.some((area) => area.key !== key && isWithin(entry, area.entry))) sum += 1.5;
	let near = 0;
	for (const anchor of context.anchors) {
		if (anchor.key === key) continue;
		if (Math.abs(anchor.entry.lat - entry.lat) > 4) continue;
		near = Math.max(near, Math.exp(-distanceKm(anchor.entry, entry) / 150));
	}
	return sum + 1.5 * near;
}

/** A name stands for one thing in a document: what it most surely stands for anywhere in it. */
function oneSense(spots: readonly Spot[], chosen: Choice[]) {
	const surest = new Map<string, { choice: Choice; weight: number; head: boolean }>();
	spots.forEach((spot, i) => {
		const choice = chosen[i] as Choice;
		const weight = choice.order[0]?.weight ?? 0;
		const was = surest.get(spot.key);
		if (!spot.head && weight > (was?.weight ?? 0))
			surest.set(spot.key, { choice, weight, head: false });
	});
	spots.forEach((spot, i) => {
		const sure = surest.get(spot.key);
		if (sure && !spot.head && sure.weight > 0.7) chosen[i] = sure.choice;
	});
}

function result(spot: Spot, { order }: Choice): Resolved {
	const candidates = order
		.slice(0, MOST)
		.map(({ hit: { entry }, weight }) => candidate(entry, weight));
	const [top] = order;
	const second = order[1];
	if (!top) return { spot, candidates, entry: null, reason: 'No gazetteer has this name.' };
	if (top.weight < SURE)
		return {
			spot,
			candidates,
			entry: null,
			reason: `The name may stand for ${order.length} places, and the article does not say which.`
		};
	const { entry } = top.hit;
	const reason =
		entry.id !== undefined
			? 'The dossier’s gazetteer has this name.'
			: !second
				? `${entry.source} has one place of this name.`
				: `Of ${order.length} places of this name, the likeliest by what the article names besides and by how many live there.`;
	return { spot, candidates, entry, reason };
}
