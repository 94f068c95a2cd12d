import { shown, type Note } from './note';

/** Characters that say which way text runs (UAX #9): embeddings, overrides, isolates, and their ends. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const SOME_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

const OVERRIDES = '\u202d\u202e';
const EMBEDDINGS = '\u202a\u202b';
const ISOLATES = '\u2066\u2067\u2068';
const END_OF_ISOLATE = '\u2069';

/**
 * A text that reorders nothing around it: without overrides, which show letters in another order than
 * they are written, and without embeddings and isolates that are not closed, or ends of what was not
 * begun. Those in pairs stay, as Hebrew and Arabic have them.
 */
export function selfContained(text: string): string {
	if (!SOME_CONTROL.test(text)) return text;
	const dropped = new Set<number>();
	const open: { at: number; isolate: boolean; keep: boolean }[] = [];
	for (const { 0: sign, index: at } of text.matchAll(CONTROL)) {
		if (OVERRIDES.includes(sign) || EMBEDDINGS.includes(sign) || ISOLATES.includes(sign)) {
			const keep = !OVERRIDES.includes(sign);
			if (!keep) dropped.add(at);
			open.push({ at, isolate: ISOLATES.includes(sign), keep });
			continue;
		}
		const isolate = sign === END_OF_ISOLATE && open.findLastIndex((one) => one.isolate);
		// The end of an isolate ends what was begun in it and not ended.
		if (isolate !== false && isolate >= 0)
			for (const { at } of open.splice(isolate + 1)) dropped.add(at);
		const ends = open.at(-1);
		if (!ends || ends.isolate !== (sign === END_OF_ISOLATE)) dropped.add(at);
		else {
			open.pop();
			if (!ends.keep) dropped.add(at);
		}
	}
	for (const { at } of open) dropped.add(at);
	return [...text.matchAll(/[^]/g)]
		.filter(({ index }) => !dropped.has(index))
		.map(([unit]) => unit)
		.join('');
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text has letters that run from right to left. */
export function runsLeft(text: string): boolean {
	return RIGHT_TO_LEFT.test(text);
}

/**
 * A text to stand among others in one line: one that runs from right to left within marks that keep it
 * from taking its neighbours along (UAX #9, FSI and PDI); any other as it is.
 * @param text self-contained
 */
export function isolated(text: string): string {
	return runsLeft(text) ? `\u2068${text}\u2069` : text;
}

/**
 * Makes every text of a file self-contained, with a note for each that was not. The value itself is
 * changed. Positions are not looked through.
 */
export function mendDirections(file: string, root: unknown, notes: Note[]): void {
	if (typeof root !== 'object' || root === null) return;
	const { features } = root as { features?: unknown };
	const items = Array.isArray(root)
		? (root as unknown[])
		: Array.isArray(features)
			? features
			: undefined;
	if (!items) return mend(root as Holder, '', undefined);
	items.forEach((item: unknown, i) => {
		if (typeof item !== 'object' || item === null) return;
		const { id } = item as { id?: unknown };
		const feature = typeof id === 'string' && id ? selfContained(id).slice(0, 120) : `no. ${i + 1}`;
		mend(item as Holder, '', feature);
	});

	function mend(holder: Holder, path: string, feature: string | undefined): void {
		for (const [key, value] of Object.entries(holder)) {
			if (key === 'geometry') continue;
			const field = Array.isArray(holder) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
			if (typeof value === 'object' && value !== null) mend(value as Holder, field, feature);
			if (typeof value !== 'string') continue;
			const text = selfContained(value);
			if (text === value) continue;
			holder[key] = text;
			notes.push({
				file,
				...(feature !== undefined && { feature }),
				field,
				expected: 'text in the order in which it is read',
				found: `${controlsIn(value)} in ${shown(text)}`,
				mend: 'Take these characters out; each script runs its own way without them. They were left out.'
			});
		}
	}
}

type Holder = Record<string, unknown>;

/** `U+202E`: characters that show nothing, by their numbers. */
function controlsIn(text: string): string {
	const found = new Set(text.match(CONTROL));
	return [...found].map((sign) => `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`).join(', ');
}
