import { DOSSIER_FILES, type DossierFile } from '../dossier/check';
import { isObject, type DraftFiles } from './files';

/** A value within a record, before and after; undefined where there was, or is, none. */
export interface FieldDiff {
	/** As notes of the check name it: `properties.claims[2].text`. */
	path: string;
	before: unknown;
	after: unknown;
}

/** What became of a record. */
export interface RecordDiff {
	file: DossierFile;
	/** Empty for `dossier.json`. */
	id: string;
	kind: 'added' | 'removed' | 'changed';
	/** Of a changed record, in its own order. */
	fields: FieldDiff[];
}

/** What differs between two states of a dossier's files, in the order of files and records. */
export function diffOf(before: DraftFiles, after: DraftFiles): RecordDiff[] {
	const found: RecordDiff[] = [];
	for (const file of DOSSIER_FILES) {
		const [old, now] = [records(before, file), records(after, file)];
		if (old === now) continue;
		for (const [id, was] of old) {
			const is = now.get(id);
			if (is === undefined) found.push({ file, id, kind: 'removed', fields: [] });
			const fields = is === undefined ? [] : fieldsBetween(was, is);
			if (fields.length > 0) found.push({ file, id, kind: 'changed', fields });
		}
		for (const id of now.keys())
			if (!old.has(id)) found.push({ file, id, kind: 'added', fields: [] });
	}
	return found;
}

/** Where two JSON values differ. Objects and lists are looked into, as far as both sides have one. */
export function fieldsBetween(before: unknown, after: unknown, path = ''): FieldDiff[] {
	if (before === after) return [];
	if (isObject(before) && isObject(after))
		return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
			fieldsBetween(before[key], after[key], path ? `${path}.${key}` : key)
		);
	// Positions are one value: a place that was moved is no two numbers that were changed.
	if (isRecords(before) && isRecords(after))
		return Array.from({ length: Math.max(before.length, after.length) }, (_, i) =>
			fieldsBetween(before[i], after[i], `${path}[${i}]`)
		).flat();
	return sameJson(before, after) ? [] : [{ path, before, after }];
}

/** A list of objects. */
function isRecords(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.every(isObject);
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
	if (!isObject(a) || !isObject(b)) return false;
	const keys = Object.keys(a).filter((key) => a[key] !== undefined);
	const others = Object.keys(b).filter((key) => b[key] !== undefined);
	return keys.length === others.length && keys.every((key) => sameJson(a[key], b[key]));
}

const NONE: ReadonlyMap<string, unknown> = new Map();

function records(files: DraftFiles, file: DossierFile): ReadonlyMap<string, unknown> {
	return files[file]?.records ?? NONE;
}
