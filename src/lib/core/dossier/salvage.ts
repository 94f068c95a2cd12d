import * as v from 'valibot';
import { fieldWords } from './fields';
import { shown, type Note } from './note';
import { geometry as geometrySchema } from './schema';

type Schema = v.GenericSchema<unknown, unknown>;
type Container = Record<string, unknown>;

/**
 * Reads a value by a schema, leaving out no more than what is unsound: where a field does not
 * hold, the field goes; where that leaves its owner without something that it needs, the owner
 * goes, and so on up. Every cut is noted once, at the field that caused it; of an owner that goes, all
 * that is at fault in it, so that it can be mended at one go. The input is not changed; what
 * comes of it may hold parts of it that the schema does not look into. Undefined where nothing sound is left.
 * @param found where the value stands: the note's file and feature
 * @param kept filled with the numbers in the file of the items that are left of a shortened list, by
 * the list's path
 */
export function salvage<S extends Schema>(
	schema: S,
	value: unknown,
	found: Pick<Note, 'file' | 'feature'>,
	notes: Note[],
	kept?: Map<string, number[]>
): v.InferOutput<S> | undefined {
	// Most of what is read is sound, and no schema changes what it reads.
	const whole = v.safeParse(schema, value, { abortEarly: true });
	if (whole.success) return whole.output;
	const copy: unknown = structuredClone(value);
	const places: OriginalPlaces = new Map();
	const noted = new Set<string>();
	const note = (field: string, at: unknown) => {
		if (noted.has(field)) return;
		noted.add(field);
		notes.push({ ...found, field, ...fieldWords(field), found: shown(at) });
	};
	let all: [field: string, at: unknown][] | undefined;
	for (;;) {
		const result = v.safeParse(schema, copy, { abortEarly: true });
		if (result.success) return result.output;
		const keys = keysOf(result.issues[0]);
		const field = fieldPath(copy, keys, places);
		const at = valueAt(copy, keys);
		note(field, at);
		const cutAt = cutKeys(keys, at === undefined);
		const owner = fieldPath(copy, cutAt, places);
		if (owner.length < field.length && at === undefined) {
			all ??= faultsIn(schema, value);
			for (const [field, at] of all) if (isWithin(field, owner)) note(field, at);
		}
		if (cutAt.length === 0) return undefined;
		// What is missing because it was cut has its note already.
		noted.add(owner);
		cut(copy, cutAt, places);
		const list = valueAt(copy, cutAt.slice(0, -1));
		if (Array.isArray(list))
			kept?.set(fieldPath(copy, cutAt.slice(0, -1), places), places.get(list) ?? []);
	}
}

/**
 * The same for a GeoJSON feature. Its geometry is read once, by itself: one of 200,000 positions is not
 * gone through anew for each fault beside it.
 * @param schema of the whole feature, whose `geometry` may be null
 */
export function salvageFeature<S extends Schema>(
	schema: S,
	value: unknown,
	found: Pick<Note, 'file' | 'feature'>,
	notes: Note[],
	kept?: Map<string, number[]>
): v.InferOutput<S> | undefined {
	if (typeof value !== 'object' || value === null)
		return salvage(schema, value, found, notes, kept);
	const { geometry, ...rest } = value as { geometry?: unknown };
	const besides: Note[] = [];
	const sound = salvage(schema, { ...rest, geometry: null }, found, besides, kept);
	const read = salvage(ONLY_GEOMETRY, { geometry }, found, notes);
	notes.push(...besides);
	return sound && { ...(sound as object), geometry: read?.geometry ?? null };
}

const ONLY_GEOMETRY = v.object({ geometry: v.optional(v.nullable(geometrySchema), null) });

/** Every field of a value that does not hold, as its path, and what stands there. */
function faultsIn(schema: Schema, value: unknown): [string, unknown][] {
	const { issues = [] } = v.safeParse(schema, value);
	const untouched: OriginalPlaces = new Map();
	return issues.map((issue) => {
		const keys = keysOf(issue);
		return [fieldPath(value, keys, untouched), valueAt(value, keys)];
	});
}

function isWithin(field: string, owner: string): boolean {
	return owner === '' || field.startsWith(`${owner}.`) || field.startsWith(`${owner}[`);
}

/** Where the items of a list that lost some stood before, so that notes name the file's own numbers. */
type OriginalPlaces = Map<unknown[], number[]>;

function keysOf(issue: v.BaseIssue<unknown>): (string | number)[] {
	return (issue.path ?? []).map((item) => item.key as string | number);
}

/** A fault anywhere in a geometry makes the whole geometry unusable. */
function cutKeys(keys: (string | number)[], missing: boolean): (string | number)[] {
	const geometry = keys.indexOf('geometry');
	if (geometry >= 0) return keys.slice(0, geometry + 1);
	return missing ? keys.slice(0, -1) : keys;
}

function fieldPath(root: unknown, keys: (string | number)[], places: OriginalPlaces): string {
	let path = '';
	let at = root;
	for (const key of keys) {
		const place = Array.isArray(at) ? (places.get(at)?.[Number(key)] ?? key) : key;
		path += typeof key === 'number' ? `[${place}]` : path ? `.${key}` : key;
		at = valueAt(at, [key]);
	}
	return path;
}

function valueAt(root: unknown, keys: (string | number)[]): unknown {
	return keys.reduce<unknown>(
		(at, key) => (typeof at === 'object' && at !== null ? (at as Container)[key] : undefined),
		root
	);
}

function cut(root: unknown, keys: (string | number)[], places: OriginalPlaces): void {
	const owner = valueAt(root, keys.slice(0, -1));
	const key = keys.at(-1) as string | number;
	if (!Array.isArray(owner)) {
		delete (owner as Container)[key];
		return;
	}
	const original = places.get(owner) ?? owner.map((_, i) => i);
	original.splice(Number(key), 1);
	owner.splice(Number(key), 1);
	places.set(owner, original);
}
