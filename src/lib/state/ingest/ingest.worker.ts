import { checkDossier } from '../../core/dossier/check';
import type { Dossier } from '../../core/dossier/dossier';
import type { FileTexts } from '../../core/draft/files';
import type { Article } from '../../core/ingest/article';
import { ingest } from '../../core/ingest/ingest';
import type { Gazetteer } from '../../core/ingest/places/gazetteer';
import { openGazetteer } from '../../core/ingest/places/open';
import { decode } from '../../core/ingest/read/decode';
import { readArticle } from '../../core/ingest/read/read';
import { sha256 } from '../../core/sha256';
import type { Answer, Asked } from './reader';

/** Reads articles off the page's own thread. */
const tell = (answer: Answer) => postMessage(answer);

let world: Promise<Gazetteer | undefined> | undefined;

/** The world's gazetteer, fetched from this site once; where it cannot be, an article is read without it. */
function gazetteerAt(address: string): Promise<Gazetteer | undefined> {
	world ??= opened(address).catch((error: unknown) => {
		console.error(error);
		world = undefined;
		return undefined;
	});
	return world;
}
async function opened(address: string): Promise<Gazetteer> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`The gazetteer is not there: ${response.status}.`);
	return openGazetteer(new Uint8Array(await response.arrayBuffer()));
}

async function answer(asked: Asked): Promise<Answer> {
	tell({ type: 'stage', stage: 'places' });
	const gazetteer = await gazetteerAt(asked.gazetteer);
	if (asked.type === 'find')
		return { type: 'found', candidates: gazetteer?.find(asked.name) ?? [] };
	tell({ type: 'stage', stage: 'article' });
	const { input, given } = asked;
	const dossier = soundOf(asked.dossier);
	const { text, notes } = typeof input === 'string' ? { text: input, notes: [] } : decode(input);
	const article = await readArticle(text, given);
	article.notes.unshift(...notes);
	tell({ type: 'stage', stage: 'events' });
	const reading = ingest(article, {
		...(dossier && { dossier }),
		...(gazetteer && { world: gazetteer })
	});
	return {
		type: 'read',
		reading: {
			...reading,
			article: withoutOffsets(reading.article),
			notes: gazetteer
				? reading.notes
				: [
						...reading.notes,
						'The gazetteer could not be fetched: only places of the dossier are known.'
					]
		},
		hash: sha256(reading.article.text)
	};
}

/** What is sound of a dossier; undefined where nothing is. */
function soundOf({ name, texts }: { name: string; texts: FileTexts }): Dossier | undefined {
	const encoder = new TextEncoder();
	const contents = Object.entries(texts).map(([file, text]) => [file, encoder.encode(text)]);
	return checkDossier(name, Object.fromEntries(contents) as object).dossier ?? undefined;
}

/** What can be handed over to the page: functions cannot. */
function withoutOffsets(article: Article): Article {
	const own = { ...article };
	delete own.inputOffset;
	return own;
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
	answer(data).then(tell, (error: unknown) => {
		const told = error instanceof Error && error.name === 'Unreadable';
		if (!told) console.error(error);
		tell({
			type: 'refused',
			why: told
				? error.message
				: 'This article could not be read. Your text is still here: try it without what stands around the article.'
		});
	});
});
