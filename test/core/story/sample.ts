import { readDossierFolder } from '../../../src/lib/server/read-folder';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import type { Note } from '../../../src/lib/core/dossier/note';

const { files } = await readDossierFolder('test/fixtures/dossiers/sound');

/** The sound dossier of the fixtures with these stories in its story.json. */
export function withStories(stories: unknown): { dossier: Dossier; notes: Note[] } {
	const text = JSON.stringify({ dateline: 1, stories });
	const read = checkDossier('sound', { ...files, 'story.json': new TextEncoder().encode(text) });
	return { dossier: read.dossier as Dossier, notes: read.notes };
}

export const STORY = {
	id: 'walk',
	title: 'A walk',
	steps: [
		{
			id: 'first',
			heading: 'First',
			view: 'from=2021-05-10&to=2021-05-12&event=talks-begin&map=8/40/46',
			text: ['It began. [@gazette-1]']
		},
		{ id: 'second', heading: 'Second', view: 'types=talks', text: [] }
	]
};
