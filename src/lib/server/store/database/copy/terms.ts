import type { Transaction } from '../connect';
import { into } from './batch';
import { copyIn } from './copy';
import { KINDS, type TermNumbers, type WordTerms } from './numbers';
import { CopyRows } from './rows';

/** The kinds of terms that an event names by an id. */
export const LISTS = ['type', 'place', 'actor', 'publisher'] as const;
export type ListKind = (typeof LISTS)[number];

/** Writes the terms that have joined, and adds to the counts of those that were there. */
export async function putTerms(
	tx: Transaction,
	dossier: number,
	terms: Readonly<Record<ListKind, TermNumbers>>,
	words: WordTerms
): Promise<void> {
	const joined = new CopyRows(5);
	const more = new CopyRows(3);
	const put = (kind: number, number: number, id: string, count: number) => {
		joined.row();
		joined.int4(dossier);
		joined.int2(kind);
		joined.int4(number);
		joined.text(id);
		joined.int8(count);
	};
	const add = (kind: number, number: number, count: number) => {
		if (count === 0) return;
		more.row();
		more.int2(kind);
		more.int4(number);
		more.int8(count);
	};
	for (const kind of LISTS) {
		const { joined: ids, counts, size } = terms[kind];
		const before = size - ids.length;
		for (let number = 0; number < before; number++) add(KINDS[kind], number, counts.of(number));
		ids.forEach((id, i) => put(KINDS[kind], before + i, id, counts.of(before + i)));
	}
	const { counts } = words;
	for (let number = 0; number < words.before; number++) add(KINDS.word, number, counts.of(number));
	for (const [number, word] of words.joined()) put(KINDS.word, number, word, counts.of(number));
	if (joined.count > 0)
		await copyIn(tx, into('terms', ['dossier', 'kind', 'number', 'id', 'events']), joined.take());
	if (more.count === 0) return;
	await tx`CREATE TEMP TABLE more (kind smallint, number integer, events bigint) ON COMMIT DROP`;
	await copyIn(tx, 'COPY pg_temp.more FROM STDIN (FORMAT binary)', more.take());
	await tx`
			UPDATE dateline.terms SET events = terms.events + more.events FROM pg_temp.more
			WHERE terms.dossier = ${dossier} AND terms.kind = more.kind AND terms.number = more.number`;
	await tx`DROP TABLE pg_temp.more`;
}

/** Puts the newer items of sources in place of those that were there. */
export async function renewSources(
	tx: Transaction,
	dossier: number,
	renewed: CopyRows
): Promise<void> {
	if (renewed.count === 0) return;
	await tx`CREATE TEMP TABLE renewed (number integer, item text) ON COMMIT DROP`;
	await copyIn(tx, 'COPY pg_temp.renewed FROM STDIN (FORMAT binary)', renewed.take());
	await tx`
			UPDATE dateline.sources SET item = renewed.item FROM pg_temp.renewed
			WHERE sources.dossier = ${dossier} AND sources.number = renewed.number
				AND sources.item IS DISTINCT FROM renewed.item`;
	await tx`DROP TABLE pg_temp.renewed`;
}
