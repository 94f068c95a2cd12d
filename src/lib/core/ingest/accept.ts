import { applied, putting, removing, type Edit } from '../draft/changes';
import { sameJson } from '../draft/diff';
import { fieldIn, withField } from '../draft/fields';
import { isObject, recordIn, type DraftFiles, type JsonObject } from '../draft/files';
import { typesIn } from '../draft/listed';
import { freeId } from '../draft/new-record';
import type { DossierFile } from '../dossier/check';
import { addingTypes } from './kind';
import { hashOf } from './propose';
import { marked, proposalIn } from './proposal';

const EVENTS = 'events.geojson';

/** What a proposal becomes in a dossier. */
export interface Acceptance {
	/** What makes it so, in an order that can be applied. */
	edits: Edit[];
	/** The event that it now is, or is a claim of. */
	event: string;
	/** It is a further claim on an event that was there. */
	joined: boolean;
}

/**
 * What puts a proposal into a dossier, with the source, the places and the type that it names. One that joins
 * an event adds its claims there. Done twice it changes nothing the second time. Throws where there is no such
 * proposal.
 * @param into the dossier's files
 * @param from the review's files
 * @param base the dossier's files as the review began: what stood there is not the review's to change
 */
export function accepting(
	into: DraftFiles,
	from: DraftFiles,
	base: DraftFiles,
	id: string
): Acceptance {
	const proposal = proposalIn(from, id);
	if (!proposal) throw new Error(`There is no draft “${id}” in this review.`);
	let files = into;
	const edits: Edit[] = [];
	const add = (more: readonly Edit[]) => {
		edits.push(...more);
		files = applied(files, more);
	};
	let record = marked(proposal.record, undefined);
	for (const { file, paths } of NAMED)
		for (const own of namedBy(record, paths)) {
			const carried = carry(files, from, base, file, own);
			add(carried.edits);
			if (carried.id !== own) record = renamed(record, paths, own, carried.id);
		}
	const same = proposal.mark.joins ? proposal.mark.same?.event : undefined;
	const known = same === undefined ? undefined : recordIn(files, EVENTS, same);
	if (same !== undefined && isObject(known)) {
		const there = claimsOf(known);
		const more = claimsOf(record).filter((claim) => !there.some((one) => sameJson(one, claim)));
		if (more.length > 0)
			add([
				putting(files, EVENTS, same, withField(known, 'properties.claims', [...there, ...more]))
			]);
		return { edits, event: same, joined: true };
	}
	const type = typesIn(from).find(({ id }) => id === fieldIn(record, 'properties.type'));
	if (type) add(addingTypes(files, [type]));
	const twin = twinOf(files, record);
	if (twin !== undefined) return { edits, event: twin, joined: false };
	const event = freeId(files, EVENTS, id, 'event');
	add([putting(files, EVENTS, event, { ...record, id: event })]);
	return { edits, event, joined: false };
}

/**
 * What takes an accepted proposal out of the dossier again: its event, or the claims that it added, and the
 * places and the source that then nobody names. What has been changed there since goes with it; what was
 * published stays.
 * @param into the dossier's files as they are
 * @param published its files before anything was changed in them
 * @param from the review's files, in which it is accepted
 */
export function takingBack(
	into: DraftFiles,
	published: DraftFiles,
	from: DraftFiles,
	id: string
): Edit[] {
	const proposal = proposalIn(from, id);
	const event = proposal?.mark.as;
	const found = event === undefined ? undefined : recordIn(into, EVENTS, event);
	if (!proposal || event === undefined || !isObject(found)) return [];
	const own = marked(proposal.record, undefined);
	const joined = proposal.mark.joins && proposal.mark.same?.event === event;
	const gone = claimsOf(own).map((claim) => anchorOf(claim));
	const left = claimsOf(found).filter((claim) => !gone.includes(anchorOf(claim)));
	// An event has at least one claim: one that has no other goes, unless it was there before.
	const edits = joined
		? left.length > 0
			? [putting(into, EVENTS, event, withField(found, 'properties.claims', left))]
			: []
		: [removing(into, EVENTS, event)];
	let files = applied(into, edits);
	for (const { file, paths } of NAMED)
		for (const name of namedBy(found, paths)) {
			const isOurs =
				recordIn(published, file, name) === undefined && recordIn(from, file, name) !== undefined;
			if (!isOurs || recordIn(files, file, name) === undefined || isNamed(files, paths, name))
				continue;
			const edit = removing(files, file, name);
			edits.push(edit);
			files = applied(files, [edit]);
		}
	return edits;
}

/** What an event names, by the file that it stands in; `[]` stands for each of a list. */
const NAMED: { file: DossierFile; paths: string[] }[] = [
	{ file: 'sources.json', paths: ['properties.claims[].source'] },
	{
		file: 'places.geojson',
		paths: ['properties.place', 'properties.concerns[]', 'properties.claims[].place']
	}
];

/** The concrete paths that a pattern has in a record. */
function pathsIn(record: unknown, pattern: string): string[] {
	const [head = '', ...rest] = pattern.split('[]');
	if (rest.length === 0) return [head];
	const list = fieldIn(record, head);
	if (!Array.isArray(list)) return [];
	return list.map((_, i) => `${head}[${i}]${rest.join('[]')}`);
}

function namedBy(record: unknown, patterns: readonly string[]): string[] {
	const ids = patterns
		.flatMap((pattern) => pathsIn(record, pattern))
		.map((path) => fieldIn(record, path))
		.filter((id) => typeof id === 'string');
	return [...new Set(ids)];
}

function renamed(
	record: JsonObject,
	patterns: readonly string[],
	from: string,
	to: string
): JsonObject {
	return patterns
		.flatMap((pattern) => pathsIn(record, pattern))
		.filter((path) => fieldIn(record, path) === from)
		.reduce<unknown>((now, path) => withField(now, path, to), record) as JsonObject;
}

/** Brings what a proposal names into the dossier: under its id, unless that is another's there. */
function carry(
	into: DraftFiles,
	from: DraftFiles,
	base: DraftFiles,
	file: DossierFile,
	id: string
): { id: string; edits: Edit[] } {
	const [ours, theirs, before] = [from, into, base].map((files) => recordIn(files, file, id));
	if (ours === undefined || sameJson(ours, theirs)) return { id, edits: [] };
	if (theirs === undefined) return { id, edits: [putting(into, file, id, ours)] };
	// What stood there before the review, and was changed in it alone.
	if (before !== undefined)
		return { id, edits: sameJson(before, theirs) ? [putting(into, file, id, ours)] : [] };
	if (isSameThing(ours, theirs)) return { id, edits: [] };
	const records = [...(into[file]?.records ?? [])];
	const twin = records.find(([, record]) => isSameThing(ours, record))?.[0];
	if (twin !== undefined) return { id: twin, edits: [] };
	const free = freeId(into, file, id, 'new');
	const own = { ...(ours as JsonObject), id: free };
	return { id: free, edits: [putting(into, file, free, own)] };
}

/** Whether two sources are of the same text, two places of the same point: they came from the same hand. */
function isSameThing(a: unknown, b: unknown): boolean {
	const hash = hashOf(a);
	if (hash !== undefined) return hash === hashOf(b);
	const [one, other] = [fieldIn(a, 'geometry'), fieldIn(b, 'geometry')];
	return (
		isObject(one) &&
		sameJson(one, other) &&
		sameJson(fieldIn(a, 'properties.names'), fieldIn(b, 'properties.names'))
	);
}

/** An event that says the very same under whatever id. */
function twinOf(files: DraftFiles, record: JsonObject): string | undefined {
	return [...(files[EVENTS]?.records ?? [])].find(
		([, other]) => isObject(other) && sameJson({ ...other, id: '' }, { ...record, id: '' })
	)?.[0];
}

function isNamed(files: DraftFiles, patterns: readonly string[], id: string): boolean {
	return [...(files[EVENTS]?.records.values() ?? [])].some((event) =>
		namedBy(event, patterns).includes(id)
	);
}

function claimsOf(record: unknown): unknown[] {
	const claims = fieldIn(record, 'properties.claims');
	return Array.isArray(claims) ? (claims as unknown[]) : [];
}

/** By what a claim is known again once its words were changed: its source and its passage, else its text. */
function anchorOf(claim: unknown): string {
	return JSON.stringify([
		fieldIn(claim, 'source'),
		fieldIn(claim, 'passage.start') ?? fieldIn(claim, 'text'),
		fieldIn(claim, 'passage.end')
	]);
}
