import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveOwn } from '../scripts/own-server.js';
import { writeDossier, type DossierFiles } from '../test/synthetic/dossier.js';

export interface OwnServer {
	base: string;
	stop: () => void;
}

/**
 * A server of its own for a folder of dossiers, else for those of the unit tests, faults and all;
 * `stop` ends it.
 */
export function serveFixtures(data = 'test/fixtures/dossiers'): Promise<OwnServer> {
	return serveOwn(data);
}

/** A server of its own that keeps the events of dossiers with columns to itself: their pages ask it. */
export function serveAsked(data: string): Promise<OwnServer> {
	return serveOwn(data, [], { DATELINE_HELD: '0' });
}

/** A server of its own for dossiers made in the test, by id; `stop` ends it and removes them. */
export async function serveDossiers(dossiers: Record<string, DossierFiles>): Promise<OwnServer> {
	const data = await mkdtemp(join(tmpdir(), 'dateline-e2e-'));
	for (const [id, files] of Object.entries(dossiers)) writeDossier(data, id, files);
	const { base, stop } = await serveOwn(data);
	return {
		base,
		stop: () => {
			stop();
			void rm(data, { recursive: true, force: true });
		}
	};
}
