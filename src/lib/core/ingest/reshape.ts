import { putting, removing, type Edit } from '../draft/changes';
import { fieldIn, withField } from '../draft/fields';
import type { DraftFiles, JsonObject } from '../draft/files';
import { suggestedId } from '../draft/new-record';
import { marked, proposalIn, type Mark, type Proposal } from './proposal';

const FILE = 'events.geojson';

/**
 * What makes two drafts of one: the claims from number `at` on go to a new one behind it, with the same date
 * and place. Of a draft with one claim both have it, each to be told otherwise.
 * @param at from 1
 */
export function splitting(
	files: DraftFiles,
	id: string,
	at = 1
): { edits: Edit[]; added: string } | undefined {
	const found = proposalIn(files, id);
	if (!found) return undefined;
	const claims = claimsOf(found.record);
	const cut = Math.min(Math.max(at, 1), Math.max(claims.length - 1, 1));
	const parted = claims.length > 1;
	const [first, second] = parted ? [claims.slice(0, cut), claims.slice(cut)] : [claims, claims];
	const { spans } = found.mark;
	// A reviewer may have added or taken out claims: then both keep all the passages.
	const tell = parted && spans.length === claims.length;
	const one = remade(found, first, tell ? spans.slice(0, cut) : spans);
	const other = remade(found, second, tell ? spans.slice(cut) : spans);
	const added = suggestedId(files, FILE, other);
	const records = [...(files[FILE]?.records.keys() ?? [])];
	return {
		edits: [
			putting(files, FILE, id, one),
			{
				file: FILE,
				id: added,
				before: undefined,
				after: { ...other, id: added },
				at: records.indexOf(id) + 1
			}
		],
		added
	};
}

/** What makes one draft of two: the first, with what of the second it does not have. */
export function merging(files: DraftFiles, id: string, next: string): Edit[] {
	const [one, other] = [proposalIn(files, id), proposalIn(files, next)];
	if (!one || !other || id === next) return [];
	let record: unknown = one.record;
	for (const path of ['geometry', 'properties.when', 'properties.place', 'properties.radiusKm'])
		if ((fieldIn(record, path) ?? null) === null && (fieldIn(other.record, path) ?? null) !== null)
			record = withField(record, path, fieldIn(other.record, path));
	// How exactly a place is known goes with the place.
	if ((fieldIn(one.record, 'geometry') ?? null) === null)
		record = withField(
			record,
			'properties.precision',
			fieldIn(other.record, 'properties.precision') ?? fieldIn(record, 'properties.precision')
		);
	for (const path of ['properties.concerns', 'properties.actors']) {
		const all = [...listIn(record, path), ...listIn(other.record, path)];
		if (all.length > 0) record = withField(record, path, [...new Set(all)]);
	}
	const claims = [...claimsOf(one.record), ...claimsOf(other.record)];
	const mark: Mark = {
		...other.mark,
		...one.mark,
		confidence: Math.min(one.mark.confidence, other.mark.confidence),
		reasons: [...new Set([...one.mark.reasons, ...other.mark.reasons])],
		asks: [...new Set([...one.mark.asks, ...other.mark.asks])],
		background: one.mark.background && other.mark.background,
		spans: [...one.mark.spans, ...other.mark.spans]
	};
	const after = marked(withField(record, 'properties.claims', unlike(claims)), mark);
	return [putting(files, FILE, id, after), removing(files, FILE, next)];
}

function remade({ record, mark }: Proposal, claims: unknown[], spans: Mark['spans']): JsonObject {
	return marked(withField(record, 'properties.claims', claims), { ...mark, spans });
}

function claimsOf(record: unknown): unknown[] {
	return listIn(record, 'properties.claims');
}

function listIn(record: unknown, path: string): unknown[] {
	const list = fieldIn(record, path);
	return Array.isArray(list) ? (list as unknown[]) : [];
}

/** Each once: two halves of a draft of one claim have the same one. */
function unlike(claims: unknown[]): unknown[] {
	const seen = new Set<string>();
	return claims.filter((claim) => {
		const key = JSON.stringify(claim);
		const isNew = !seen.has(key);
		seen.add(key);
		return isNew;
	});
}
