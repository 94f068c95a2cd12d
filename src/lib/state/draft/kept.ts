import * as v from 'valibot';
import { DOSSIER_FILES } from '../../core/dossier/check';
import type { KeptDraft } from './store';

/** What the browser keeps of a draft cannot be opened: it is damaged, or of another version of Dateline. */
export class Unreadable extends Error {
	/** @param reason a sentence */
	constructor(reason: string) {
		super(reason);
		this.name = 'Unreadable';
	}
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const parts = v.object({
	draft: v.object({ cursor: whole, version: whole }),
	base: v.object({
		rev: v.string(),
		files: v.record(v.picklist(DOSSIER_FILES), v.object({ text: v.string(), hash: v.string() }))
	}),
	changes: v.array(
		v.object({
			label: v.string(),
			tag: v.optional(v.string()),
			edits: v.array(
				v.looseObject({
					file: v.picklist(DOSSIER_FILES),
					id: v.string(),
					at: v.optional(whole)
				})
			)
		})
	)
});

/**
 * The draft that was kept as a head, a base and changes; undefined where there is nothing of it. Throws
 * `Unreadable` where a part is missing or is not what is written here.
 */
export function keptDraft(found: {
	draft: unknown;
	base: unknown;
	changes: readonly unknown[];
}): KeptDraft | undefined {
	const { draft, base, changes } = found;
	if (draft === undefined && base === undefined && changes.length === 0) return undefined;
	const read = v.safeParse(parts, found);
	if (!read.success || read.output.draft.cursor > changes.length)
		throw new Unreadable('It is damaged, or another version of Dateline has written it.');
	const { cursor, version } = read.output.draft;
	// The very objects: an edit without a value before it differs from one whose value is undefined.
	const kept = found as { base: KeptDraft['base']; changes: KeptDraft['history']['changes'] };
	return { base: kept.base, history: { changes: kept.changes, cursor }, version };
}

/** Whatever was kept, as JSON; a value that JSON has no form for as words. */
export function textOfKept(dossier: string, kept: readonly [store: string, values: unknown][]) {
	const replace = (_: string, value: unknown) => {
		if (typeof value === 'bigint') return String(value);
		if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
		return value;
	};
	const json = (value: unknown) => {
		try {
			return JSON.stringify(value, replace, '\t') ?? 'null';
		} catch {
			return JSON.stringify('This value has no form in JSON.');
		}
	};
	const lines = kept.map(([store, value]) => `${JSON.stringify(store)}: ${json(value)}`);
	return `{\n"dossier": ${JSON.stringify(dossier)},\n${lines.join(',\n')}\n}\n`;
}
