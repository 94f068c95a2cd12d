import { describe, expect, it } from 'vitest';
import { answerOEmbed, readOEmbed } from '../../../src/lib/core/embed/oembed';
import { mapInWords, shareEvent, shareView } from '../../../src/lib/core/embed/share';
import { parseView } from '../../../src/lib/core/view/codec';
import { readDossier } from '../../dossier';

const dossier = await readDossier('geodata/armenia-azerbaijan');
const SITE = { origin: 'https://maps.example', base: '' };
const viewOf = (query: string) => parseView(query).view;

describe('a picture in words', () => {
	it('names title, dates, how many events, and places in the view’s language', () => {
		const query = 'from=2021-05-12&to=2021-05-18';
		const words = mapInWords(dossier, viewOf(query));
		expect(words).toMatch(
			/^Map: Armenia and Azerbaijan.*\. 12 to 18 May 2021 · \d+ of 58 events, at /
		);
		expect(words).toContain('Vardenis');
		const vardenis = dossier.places.find(({ names }) => names['en']?.[0] === 'Vardenis');
		expect(mapInWords(dossier, viewOf(`${query}&labels=hy`))).toContain(vardenis?.names['hy']?.[0]);
		// Nothing of what had not been published by then.
		expect(mapInWords(dossier, viewOf('asof=2021-05-14'))).not.toContain('Brussels');
	});

	it('is the same on the card of a shared link, and in oEmbed’s frame', () => {
		const query = 'from=2021-11-14&to=2021-11-18&types=clash';
		const words = mapInWords(dossier, viewOf(query));
		expect(shareView(SITE, dossier, viewOf(query)).alt).toBe(words);
		const wish = readOEmbed(
			new URLSearchParams({ url: `${SITE.origin}/${dossier.header.id}?${query}` }),
			SITE
		);
		if ('status' in wish) throw new Error(wish.sentence);
		const answer = answerOEmbed(wish, dossier, SITE);
		expect('html' in answer && answer.html).toContain(` title="${words}"`);
	});

	it('says which event’s card is open', () => {
		const { id, title } = dossier.events[3] ?? { id: '', title: '?' };
		expect(shareEvent(SITE, dossier, id).alt).toContain(title);
	});
});
