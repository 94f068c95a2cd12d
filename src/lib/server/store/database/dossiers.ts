import { randomBytes } from 'node:crypto';
import { murmur3, SEEDS } from '../../../core/columns/file/hash';
import type { Database, Transaction } from './connect';
import { LOCK } from './migrate';

/** A dossier as the database has it, but for its events. */
export interface StoredDossier {
	number: number;
	rev: string;
	total: number;
	/** Texts of its files by their names. */
	files: Record<string, string>;
}

/** Undefined where there is none of that id. */
export async function readDossier(
	sql: Database | Transaction,
	id: string
): Promise<StoredDossier | undefined> {
	const [found] = await sql<{ number: number; rev: string; total: number }[]>`
		SELECT number, rev, total FROM dateline.dossiers WHERE id = ${id}`;
	if (!found) return undefined;
	const files = await sql<{ name: string; content: string }[]>`
		SELECT name, content FROM dateline.files WHERE dossier = ${found.number}`;
	return {
		...found,
		files: Object.fromEntries(files.map(({ name, content }) => [name, content]))
	};
}

/** Writes files of a dossier over those that it has under these names. */
export async function putFiles(
	tx: Transaction,
	dossier: number,
	files: Readonly<Record<string, string>>
): Promise<void> {
	for (const [name, content] of Object.entries(files))
		await tx`
			INSERT INTO dateline.files (dossier, name, content)
			VALUES (${dossier}, ${name}, ${content.replaceAll('\0', '\ufffd')})
			ON CONFLICT (dossier, name) DO UPDATE SET content = excluded.content`;
}

/** A new dossier. @returns its number */
export async function addDossier(tx: Transaction, id: string): Promise<number> {
	const [row] = await tx<{ number: number }[]>`
		INSERT INTO dateline.dossiers (id, rev) VALUES (${id}, ${newRev()}) RETURNING number`;
	return (row as { number: number }).number;
}

/** 12 hexadecimal digits that no version had before. */
export function newRev(): string {
	return randomBytes(6).toString('hex');
}

/**
 * Keeps others from changing a dossier: until the end of the transaction, or without one of the connection.
 * @returns false where somebody else is at it
 */
export async function lockDossier(
	sql: Database | Transaction,
	id: string,
	until: 'transaction' | 'connection'
): Promise<boolean> {
	// Two ids of one hash only wait for each other.
	const hash = murmur3(id, SEEDS[0]) | 0;
	const [row] =
		until === 'transaction'
			? await sql<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}, ${hash}) AS got`
			: await sql<{ got: boolean }[]>`SELECT pg_try_advisory_lock(${LOCK}, ${hash}) AS got`;
	return row?.got === true;
}

/** What is said to the second of two who change a dossier. */
export const BUSY =
	'Somebody else is changing this dossier in the database, e.g. another import. Wait for that to end; nothing was changed.';
