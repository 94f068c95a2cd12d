import { formatDay } from '../../date/day';
import { parseWhen } from '../../date/when';
import { GOES_ON } from './lexicon';
import type { Dated, Grain, Scene, Seen } from './rule';
import { lead } from './tense';

const JOINT = /^\s*(to|through|until|till|and|into|[-–—])\s*(?:the\s+)?$/i;

/** Joins dates that a sentence writes as the two ends of one stretch: `from Monday to Wednesday`. */
export function joinRanges(text: string, seen: readonly Seen[]): Seen[] {
	const joined: Seen[] = [];
	for (let i = 0; i < seen.length; i++) {
		const from = seen[i] as Seen;
		const to = seen[i + 1];
		if (to && areEnds(text, from, to)) {
			joined.push(rangeOf(from, to));
			i++;
		} else joined.push(from);
	}
	return joined;
}

function areEnds(text: string, from: Seen, to: Seen): boolean {
	if (!from.grain || !to.grain || to.start - from.end > 40) return false;
	const joint = JOINT.exec(text.slice(from.end, to.start))?.[1]?.toLowerCase();
	if (!joint) return false;
	const opener = /\b(from|between)\s+(?:the\s+)?$/i
		.exec(lead(text, from.start))?.[1]
		?.toLowerCase();
	if (from.grain !== to.grain)
		return opener === 'from' && from.year !== undefined && to.year !== undefined;
	if (joint === 'and') return opener === 'between';
	if (/^(?:until|till)$/.test(joint)) return opener === 'from';
	return opener === 'from' || from.grain !== 'year' || /[-–—]/.test(joint);
}

function rangeOf(from: Seen, to: Seen): Seen {
	const year = to.year ?? from.year;
	return {
		start: from.start,
		end: to.end,
		...(year !== undefined && { year }),
		date: (scene) => dateRange(from, to, scene)
	};
}

function dateRange(from: Seen, to: Seen, scene: Scene): Dated {
	const coming = scene.tense === 'future' || scene.tense === 'present';
	const onward = to.year === undefined && ((coming && to.weekly) || from.year !== undefined);
	const [first, last] = onward ? fromFirst(from, to, scene) : fromLast(from, to, scene);
	if (first.value === null) return first;
	if (last.value === null) return last;
	return { value: `${first.value}/${last.value}`, reason: `${first.reason} ${last.reason}` };
}

/** What is to come is counted from its beginning on. */
function fromFirst(from: Seen, to: Seen, scene: Scene): [Dated, Dated] {
	const first = from.date(scene);
	const start = boundOf(first.value, 'first');
	if (start === undefined) return [first, first];
	const anchor = scene.anchor ?? { about: false, of: 'its beginning', day: start };
	return [
		first,
		to.date({
			...scene,
			tense: 'future',
			story: {},
			anchor: { ...anchor, day: start, of: 'its beginning' }
		})
	];
}

/** What is over is counted back from its end. */
function fromLast(from: Seen, to: Seen, scene: Scene): [Dated, Dated] {
	const last = to.date(scene);
	const upTo = boundOf(last.value, 'first');
	if (upTo === undefined) return [last, last];
	return [
		from.date({ ...scene, upTo, ...(to.year !== undefined && { rangeYear: to.year }) }),
		last
	];
}

function boundOf(value: string | null, side: 'first' | 'last'): number | undefined {
	if (value === null) return undefined;
	const parsed = parseWhen(value);
	const day = parsed.ok ? parsed.when[side] : NaN;
	return Number.isFinite(day) ? day : undefined;
}

const BOUND =
	/\b(since|until|till|by|through|no\s+later\s+than|up\s+(?:to|until))\s+(?:at\s+least\s+|about\s+)?(?:on\s+)?$/i;
/** In the past tense, they still set an end that is to come: `closed schools until Monday`. */
const SETS_AN_END =
	/\b(?:suspend|clos|shut|extend|postpon|delay|adjourn|remand|cancel|ban|detain|order|giv|gave|impos|declar|call|halt|urg|ask|told|demand)\p{L}*\b/iu;

export interface Bound {
	kind: 'from' | 'to';
	/** Where the preposition begins in the sentence. */
	start: number;
	/** It sets an end to come, though its verb is past. */
	sets: boolean;
}

/** Whether a date stands as a bound only: `since Monday`, `until Friday`, `by 2030`. */
export function boundBefore(text: string, { start, end, grain }: Seen): Bound | undefined {
	if (!grain) return undefined;
	const before = lead(text, start);
	const match = BOUND.exec(before);
	if (!match) return undefined;
	// `since Monday’s attack`, `by the May elections` name something by its date.
	if (!GOES_ON.test(text.slice(end, end + 20)) || /^['’]s/.test(text.slice(end, end + 2)))
		return undefined;
	return {
		kind: /^since/i.test(match[1] ?? '') ? 'from' : 'to',
		start: start - before.length + match.index,
		sets: SETS_AN_END.test(text.slice(Math.max(0, start - 200), start))
	};
}

/** A bound as an interval, open where the passage leaves it open. */
export function dateBound(
	dated: Dated,
	{ kind }: Bound,
	{ anchor, tense }: Scene,
	grain: Grain | undefined
): Dated {
	const { value, reason } = dated;
	if (value === null || value.includes('/')) return dated;
	if (kind === 'from') return { value: `${value}/..`, reason: `${reason} From then on.` };
	const last = boundOf(value, 'first');
	const isAhead = tense === 'future' || tense === 'present';
	const coming = anchor !== undefined && last !== undefined && (isAhead || last > anchor.day);
	if (coming && grain === 'day' && anchor.day <= last)
		return {
			value:
				anchor.day === last ? value : `${formatDay(anchor.day)}${anchor.about ? '~' : ''}/${value}`,
			reason: `${reason} From publication until then.`
		};
	return { value: `../${value}`, reason: `${reason} Until then.` };
}
