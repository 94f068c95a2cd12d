import { DOSSIER_FILES, type DossierFile } from '../dossier/check';
import type { Edit } from './changes';
import { sameJson } from './diff';
import { isObject, type DraftFiles } from './files';

/** A value that both sides changed, each in its own way. */
export interface Conflict {
	file: DossierFile;
	/** Empty for `dossier.json`. */
	id: string;
	/** Empty where one side took the whole record out. */
	path: string;
	/** Undefined where that side took it out. */
	mine: unknown;
	theirs: unknown;
}

export interface Merge {
	/** What makes of theirs what both sides say. */
	edits: Edit[];
	/** Of each, mine was taken unless `choose` said otherwise. */
	conflicts: Conflict[];
}

type Choose = (conflict: Conflict) => 'mine' | 'theirs';

/**
 * Brings together two states of a dossier that came from the same one (a merge of three): what one side
 * alone changed is taken; of what both changed, what is chosen.
 */
export function merged(
	base: DraftFiles,
	mine: DraftFiles,
	theirs: DraftFiles,
	choose: Choose = () => 'mine'
): Merge {
	const conflicts: Conflict[] = [];
	const edits: Edit[] = [];
	for (const file of DOSSIER_FILES) {
		const of = (files: DraftFiles) => files[file]?.records ?? new Map<string, unknown>();
		const [old, own, other] = [of(base), of(mine), of(theirs)];
		for (const id of new Set([...other.keys(), ...own.keys()])) {
			const decide = (path: string, mine: unknown, theirs: unknown) => {
				const conflict = { file, id, path, mine, theirs };
				conflicts.push(conflict);
				return choose(conflict) === 'mine' ? mine : theirs;
			};
			const before = other.get(id);
			const after = both(old.get(id), own.get(id), before, '', decide);
			if (!sameJson(before, after)) edits.push({ file, id, before, after });
		}
	}
	return { edits, conflicts };
}

function both(
	base: unknown,
	mine: unknown,
	theirs: unknown,
	path: string,
	decide: (path: string, mine: unknown, theirs: unknown) => unknown
): unknown {
	if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine;
	if (sameJson(base, mine)) return theirs;
	if (!isObject(mine) || !isObject(theirs)) return decide(path, mine, theirs);
	const known = isObject(base) ? base : {};
	// The order of theirs, which is the file's, and after it what is mine alone.
	const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
	const joined: Record<string, unknown> = {};
	for (const key of keys) {
		const inner = path ? `${path}.${key}` : key;
		const value = both(known[key], mine[key], theirs[key], inner, decide);
		if (value !== undefined) joined[key] = value;
	}
	return joined;
}
