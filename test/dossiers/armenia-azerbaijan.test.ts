import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/lib/core/date/day';
import { checkDossier } from '../../src/lib/core/dossier/check';
import type { Dossier, DossierEvent } from '../../src/lib/core/dossier/dossier';
import { silentParties } from '../../src/lib/core/dossier/sides';
import { showView } from '../../src/lib/core/view/show';
import { knownFrom } from '../../src/lib/core/dossier/status';
import { distanceKm, pointOf } from '../../src/lib/core/place/geometry';
import { readDossierFolder } from '../../src/lib/server/read-folder';

const id = 'armenia-azerbaijan';
const { files } = await readDossierFolder(`geodata/${id}`);
const { dossier, notes } = checkDossier(id, files) as { dossier: Dossier; notes: unknown[] };
const sources = new Map(dossier.sources.map((source) => [source.id, source]));
const event = (name: string) => dossier.events.find((item) => item.id === name) as DossierEvent;

/** The four articles, where they stand beside the project. */
const ARTICLES = '../shared/articles';
const articles: Record<string, string> = {
	'https://www.azatutyun.am/a/31271372.html': 'lavrov-praises-ties.txt',
	'https://www.gulf-times.com/story/691541/Armenia-asks-Putin-for-military-support':
		'armenia-asks-putin.txt',
	'https://massispost.com/2022/03/fms-mirzoyan-and-lavrov-hold-talks-in-antalya/':
		'mirzoyan-lavrov-antalya.txt',
	'https://frontnews.eu/en/news/details/14797': 'hotline-with-azerbaijan.txt'
};

describe('the dossier Armenia–Azerbaijan', () => {
	it('has nothing to mend', () => {
		expect(notes).toEqual([]);
	});

	it('has the four articles, twenty further sources and thirty events at least', () => {
		const urls = dossier.sources.map(({ url }) => url);
		for (const url of Object.keys(articles)) expect(urls).toContain(url);
		expect(dossier.sources.length).toBeGreaterThanOrEqual(24);
		expect(dossier.events.length).toBeGreaterThanOrEqual(30);
		expect(new Set(urls).size).toBe(urls.length);
	});

	it('counts every source to one side', () => {
		for (const { publisher } of dossier.sources)
			expect(
				dossier.header.sides.filter((side) => side.publishers.includes(publisher)),
				publisher
			).toHaveLength(1);
	});

	it('has names in every label language for each place in the region', () => {
		for (const place of dossier.places)
			for (const language of ['en', 'hy', 'ru'])
				if (place.id !== 'lake-sev' || language !== 'ru')
					expect(place.names[language]?.length, `${place.id} ${language}`).toBeGreaterThan(0);
	});

	it('places events where the checked coordinates are', () => {
		const checked: Record<string, [number, number]> = {
			'lake-sev': [46.2311, 39.5981],
			'lachin-district': [46.3244, 39.7267],
			'kalbajar-district': [46.1894, 40.0709],
			syunik: [46.1399, 39.3467],
			antalya: [30.6956, 36.9081],
			sochi: [39.7248, 43.597],
			brussels: [4.3488, 50.8505],
			yerevan: [44.5126, 40.1777],
			moscow: [37.6178, 55.752]
		};
		for (const [place, at] of Object.entries(checked)) {
			const found = dossier.places.find((item) => item.id === place);
			expect(distanceKm(pointOf(found?.geometry ?? null) ?? [0, 0], at), place).toBeLessThan(1);
		}
		for (const { id: name, place, geometry } of dossier.events)
			if (place && geometry) {
				const home = dossier.places.find((item) => item.id === place);
				const apart = distanceKm(
					pointOf(geometry) as [number, number],
					pointOf(home?.geometry ?? null) as [number, number]
				);
				expect(apart, name).toBeLessThan(40);
			}
	});

	it('places the troops of 12 May near Lake Sev, with Azerbaijan’s version beside', () => {
		const troops = event('lake-sev-troops-2021-05-12');
		expect(troops).toMatchObject({ place: 'lake-sev', precision: 'near' });
		const sides = troops.claims.map(
			({ by }) => dossier.header.actors.find((actor) => actor.id === by)?.side
		);
		expect(sides).toContain('armenia');
		expect(sides).toContain('azerbaijan');
		expect(troops.claims.some(({ stance }) => stance === 'denies')).toBe(true);
	});

	it('places the other version’s two incidents in the districts, never at the towns', () => {
		for (const district of ['lachin-district', 'kalbajar-district']) {
			const found = dossier.events.filter(
				({ place, when }) =>
					place === district && when && formatDay(when.first).startsWith('2021-05')
			);
			expect(found.map(({ precision }) => precision)).toEqual(['district']);
		}
		expect(dossier.places.some(({ id: name }) => name === 'lachin' || name === 'kalbajar')).toBe(
			false
		);
	});

	it('has the figures of 16 November as each side gave them, day by day', () => {
		const figures = event('border-fighting-2021-11-16').claims.flatMap((claim) =>
			(claim.figures ?? []).map(({ what, side, n, unverified }) => {
				const day = knownFrom(sources.get(claim.source));
				return `${formatDay(day)} ${side} ${n} ${what}${unverified ? ' unverified' : ''}`;
			})
		);
		for (const known of [
			'2021-11-16 armenia 12 captured',
			'2021-11-16 azerbaijan 2 wounded',
			'2021-11-17 armenia 13 captured',
			'2021-11-17 armenia 24 missing',
			'2021-11-23 armenia 6 killed',
			'2021-11-23 armenia 32 captured unverified'
		])
			expect(figures).toContain(known);
		expect(figures.some((figure) => figure.includes('azerbaijan 7 killed'))).toBe(true);
	});

	it('has Sochi and Brussels first announced, then held, Brussels a day earlier', () => {
		const days = (name: string, announced: boolean) =>
			new Set(
				event(name)
					.claims.filter(({ stance }) => (stance === 'announces') === announced)
					.map(({ when }) => when?.edtf)
			);
		expect(days('sochi-meeting-2021-11-26', true)).toEqual(new Set(['2021-11-26']));
		expect(days('sochi-meeting-2021-11-26', false)).toEqual(new Set(['2021-11-26']));
		// The European Council names the margins of a summit, and no day of its own.
		expect(days('brussels-meeting-2021-12-14', true)).toEqual(
			new Set(['2021-12-15', '2021-12-15~'])
		);
		expect(days('brussels-meeting-2021-12-14', false)).toEqual(new Set(['2021-12-14']));
		expect(event('brussels-meeting-2021-12-14').when?.edtf).toBe('2021-12-14');
	});

	it('places no statement or call at a speaker’s capital', () => {
		const spoken = dossier.header.types
			.filter(({ role }) => role === 'word')
			.map((type) => type.id);
		for (const { id: name, type, place } of dossier.events)
			if (spoken.includes(type) && name !== 'new-knowledge-forum-2021-05-21')
				expect(place, name).toBeUndefined();
	});

	it('has both sides’ version of each incident of the crisis, or can say whose is missing', () => {
		const missing = dossier.events
			.filter((item) => silentParties(dossier.header, item).length > 0)
			.map(({ id: name }) => name);
		// The wars that are history here, a picture’s caption, and a withdrawal and prisoners that
		// one side alone speaks of.
		expect(missing.sort()).toEqual([
			'front-line-artillery-2020-10-25',
			'karabakh-war-1990s',
			'karabakh-war-2020',
			'partial-pull-back-2021-05-14',
			'prisoners-held-2021-05'
		]);
	});

	it('holds no more of an article than a few words at either end of a passage', () => {
		for (const { claims } of dossier.events)
			for (const { passage } of claims)
				if (passage)
					for (const words of [passage.start, passage.end])
						expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(8);
	});

	describe.skipIf(!existsSync(ARTICLES))(
		'beside the articles (skipped where they are not at hand)',
		() => {
			it('finds each passage in its article, in one paragraph, beginning before it ends', async () => {
				let checked = 0;
				for (const { id: name, claims } of dossier.events)
					for (const { source, passage } of claims) {
						const file = articles[sources.get(source)?.url ?? ''];
						if (!file) continue;
						expect(passage, `${name}: a claim from ${file} without its passage`).toBeDefined();
						const text = await readFile(`${ARTICLES}/${file}`, 'utf8');
						const start = passage?.start ?? '';
						const end = passage?.end ?? '';
						const paragraph = text
							.split('\n')
							.find((line) => line.includes(start) && line.indexOf(end, line.indexOf(start)) >= 0);
						expect(paragraph, `${name}: “${start} … ${end}”`).toBeDefined();
						checked++;
					}
				expect(checked).toBeGreaterThan(40);
			});

			it('shares no run of nine words with an article', async () => {
				const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
				const ours = words(
					dossier.events
						.flatMap((item) => [
							item.title,
							item.summary ?? '',
							...item.claims.map(({ text }) => text)
						])
						.join(' \u0000 ')
				);
				const runs = new Set(ours.map((_, i) => ours.slice(i, i + 9).join(' ')));
				for (const file of Object.values(articles)) {
					const theirs = words(await readFile(`${ARTICLES}/${file}`, 'utf8'));
					for (let i = 0; i + 9 <= theirs.length; i++)
						expect(
							runs.has(theirs.slice(i, i + 9).join(' ')),
							theirs.slice(i, i + 9).join(' ')
						).toBe(false);
				}
			});
		}
	);
});

describe('the story of the dossier', () => {
	const [story] = dossier.stories as [Dossier['stories'][number]];
	const paragraphs = story.steps.flatMap(({ text }) => text);

	it('has six to nine steps, each with a view that shows events and a mark where it names one', () => {
		expect(story.steps.length).toBeGreaterThanOrEqual(6);
		expect(story.steps.length).toBeLessThanOrEqual(9);
		for (const step of story.steps) {
			const { shown, view } = showView(dossier, `story=${story.id}&step=${step.id}`, 30_000);
			expect(shown.length, step.id).toBeGreaterThan(0);
			if (view.event !== undefined)
				expect(
					shown.map(({ event }) => event.id),
					step.id
				).toContain(view.event);
		}
	});

	it('has a source behind every sentence but those that speak of the dossier itself', () => {
		for (const paragraph of paragraphs) {
			// A full stop that ends a sentence has a citation behind it.
			const bare = paragraph.replace(/\]\([^)]*\)/g, ']');
			const ends = [...bare.matchAll(/\.(?= |$)(?! \[@)/g)].map(({ index }) =>
				bare.slice(bare.lastIndexOf('] ', index) + 2, index + 1)
			);
			expect(ends.filter((sentence) => !sentence.startsWith('This dossier'))).toEqual([]);
		}
	});

	it('cites for an event that it links to only sources that report it, beside others', () => {
		for (const { text } of story.steps)
			for (const paragraph of text) {
				const cited = [...paragraph.matchAll(/@([a-z0-9-]+)/g)].map(([, id]) => id);
				for (const [, id] of paragraph.matchAll(/event=([a-z0-9-]+)/g)) {
					const reported = event(id ?? '').claims.map(({ source }) => source);
					expect(
						reported.some((source) => cited.includes(source)),
						`${id}: ${cited.join()}`
					).toBe(true);
				}
			}
	});

	it('says “said”, and no word that takes a side', () => {
		for (const paragraph of paragraphs)
			expect(paragraph).not.toMatch(
				/\b(claim(ed|s)?|admit(ted|s)?|alleged(ly)?|so-called|regime|aggression|terror\w*|separatist\w*|occup\w+|liberat\w+)\b/i
			);
	});
});
