import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenInWords } from '../../../src/lib/core/date/words';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { planFigure, type FigurePlan } from '../../../src/lib/core/picture/figure';
import { figurePosition } from '../../../src/lib/core/picture/figure-camera';
import { datesInWords, figureContent } from '../../../src/lib/core/picture/figure-content';
import { ATTRIBUTION } from '../../../src/lib/core/picture/furniture';
import { HEIGHTS, WIDTHS } from '../../../src/lib/core/picture/figure-size';
import { overlap, type Box } from '../../../src/lib/core/picture/labels';
import type { SceneNode } from '../../../src/lib/core/picture/scene';
import { showView } from '../../../src/lib/core/view/show';
import { syntheticFiles } from '../../synthetic/dossier.js';
import { readDossier } from '../../dossier';

const shipped = await readDossier('geodata/armenia-azerbaijan');

function synthetic(events: number, seed: number, title: string): Dossier {
	const files = syntheticFiles({ events, seed });
	(files['dossier.json'] as { title: string }).title = title;
	const encoded = Object.fromEntries(
		Object.entries(files).map(([name, value]) => [
			name,
			new TextEncoder().encode(JSON.stringify(value))
		])
	);
	return checkDossier('synthetic', encoded).dossier as Dossier;
}

function plan(
	dossier: Dossier,
	query: string,
	size: { width: number; height: number; sourcelist: boolean; numbers?: boolean }
): FigurePlan {
	const show = showView(dossier, query, 18_900);
	return planFigure(figureContent(show), size, (pane) =>
		figurePosition(show.dossier, show.shown, pane)
	);
}

const boxesOf = ({ head, map, legend, foot, key, sources }: FigurePlan): Record<string, Box> =>
	Object.fromEntries(
		Object.entries({ head, map, legend, foot, key, sources }).flatMap(([name, part]) =>
			part ? [[name, 'box' in part ? part.box : part]] : []
		)
	);

function textsIn(nodes: readonly SceneNode[]): string[] {
	return nodes.flatMap(({ text, children }) => [
		...(text === undefined ? [] : [text]),
		...textsIn(children ?? [])
	]);
}

const textOf = (plan: FigurePlan, part: 'head' | 'legend' | 'foot' | 'key' | 'sources') =>
	textsIn(plan[part]?.block.draw(0, 0) ?? []).join(' ');

describe('a figure', () => {
	it('has its parts beside one another, inside the page, whatever its size and its text', () => {
		const dossiers = [
			shipped,
			synthetic(0, 1, 'Nothing yet'),
			synthetic(3, 2, 'word '.repeat(400)),
			synthetic(400, 3, 'W'.repeat(2000))
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...dossiers),
				fc.integer({ min: WIDTHS.least, max: 2400 }),
				fc.integer({ min: HEIGHTS.least, max: 1600 }),
				fc.boolean(),
				fc.constantFrom('', 'asof=2021-11-25', 'lines=1&area=40,36,50,42', 'q=nothing-of-this'),
				(dossier, width, height, sourcelist, query) => {
					const made = plan(dossier, query, { width, height, sourcelist });
					const boxes = Object.entries(boxesOf(made));
					for (const [name, box] of boxes) {
						expect(box.left, name).toBeGreaterThanOrEqual(0);
						expect(box.top, name).toBeGreaterThanOrEqual(0);
						expect(box.right, name).toBeLessThanOrEqual(made.width);
						expect(box.bottom, name).toBeLessThanOrEqual(made.height);
						for (const [other, its] of boxes)
							if (other !== name) expect(overlap(box, its), `${name} and ${other}`).toBe(false);
					}
					expect(made.width).toBe(width);
					if (!sourcelist) expect(made.height).toBe(height);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('says whom it is owed to without cutting a word, the map’s makers first, however small it is', () => {
		const credit = fc.stringMatching(/^[A-Za-z]{1,12}( [A-Za-z]{1,30}){0,160}$/);
		fc.assert(
			fc.property(
				fc.option(credit, { nil: undefined }),
				fc.constantFrom(
					{ width: 240, height: 180 },
					{ width: 400, height: 500 },
					{ width: 620, height: 560 }
				),
				fc.boolean(),
				(attribution, size, sourcelist) => {
					const header =
						attribution === undefined ? shipped.header : { ...shipped.header, attribution };
					const made = plan({ ...shipped, header }, '', { ...size, sourcelist });
					const foot = textOf(made, 'foot');
					expect(foot).not.toContain('…');
					const letters = (text: string) => text.replace(/\s/g, '');
					expect(letters(foot).startsWith(letters(`Map: ${ATTRIBUTION}`))).toBe(true);
					expect(letters(foot)).toContain(letters((header.attribution ?? '').replace(/\.$/, '')));
					expect(foot.replace(/\s+/g, ' ')).toContain(`· Licence: ${header.licence}`);
					expect(made.map.bottom).toBeLessThanOrEqual(made.foot.box.top);
					if (attribution === undefined && !sourcelist) expect(made.height).toBe(size.height);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('is as wide and high as asked for without its lists, and higher with them', () => {
		const size = { width: 1200, height: 800 };
		expect(plan(shipped, '', { ...size, sourcelist: false }).height).toBe(800);
		const whole = plan(shipped, '', { ...size, sourcelist: true });
		expect(whole.height).toBeGreaterThan(1200);
		expect(whole.map.bottom).toBeLessThan(800);
	});

	it('tells every event and every source that it numbers', () => {
		const whole = plan(shipped, '', { width: 1200, height: 800, sourcelist: true });
		const { numbering } = figureContent(showView(shipped, '', 18_900));
		const key = textOf(whole, 'key');
		for (const { event, number } of numbering.events) {
			expect(key).toContain(String(number));
			expect(key.replace(/\s+/g, ' ')).toContain(event.title.split(' ')[0]);
		}
		const sources = textOf(whole, 'sources');
		for (const { number } of numbering.sources) expect(sources).toContain(`[${number}]`);
		expect(sources).not.toContain('more');
	});

	it('lists each source with publisher, date and address whole: of a long one the title is shortened', () => {
		const [source] = shipped.sources;
		const event = shipped.events.find(({ claims }) =>
			claims.some((claim) => claim.source === source?.id)
		);
		if (!source || !event) throw new Error('the dossier has changed');
		const bare = (text: string) => text.replace(/\s/g, '');
		fc.assert(
			fc.property(
				fc.integer({ min: 240, max: 1400 }),
				fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,150}$/),
				fc.stringMatching(/^[A-Z][a-z]{1,40}( [a-z]{1,12}){0,20}$/),
				fc.stringMatching(/^[a-z]{1,20}(-[a-z0-9]{1,20}){0,30}$/),
				(width, title, publisher, address) => {
					const url = `https://papers.example/${address}`;
					const changed = { ...source, title, publisher, url, archiveUrl: `${url}/kept` };
					const made = plan({ ...shipped, sources: [changed], events: [event] }, '', {
						width,
						height: 500,
						sourcelist: true
					});
					const told = bare(textOf(made, 'sources'));
					const date = source.published ? whenInWords(source.published) : 'no date';
					expect(told).toContain(bare(`. ${publisher}. ${date}.`));
					expect(told.split(bare(url.slice('https://'.length)))).toHaveLength(3);
					expect(told).toContain(bare(`Archived: ${url.slice('https://'.length)}/kept`));
					if (title.length < 40) expect(told).toContain(bare(`“${title}”`));
				}
			),
			{ numRuns: 60 }
		);
	});

	it('cuts long lists and says how many are left, at a bounded height', () => {
		const large = synthetic(2000, 5, 'Many');
		const made = plan(large, '', { width: 400, height: 400, sourcelist: true });
		expect(made.height).toBeLessThan(7000);
		const told = (made.key?.block.draw(0, 0) ?? []).filter(
			({ attributes }) => attributes['text-anchor'] === 'end'
		).length;
		expect(textOf(made, 'key')).toContain(`and ${large.events.length - told} more`);
	});

	it('counts where a short key would tell less than half', () => {
		const few = plan(shipped, 'from=2022-03-07&to=2022-03-08', {
			width: 1200,
			height: 630,
			sourcelist: false
		});
		expect(few.numbered).toBe(true);
		expect(few.key).toBeDefined();
		// Without the sources, their numbers would lead nowhere.
		expect(textOf(few, 'key')).not.toContain('[');
		const many = plan(shipped, '', { width: 1200, height: 630, sourcelist: false });
		expect(many.numbered).toBe(false);
		expect(many.key).toBeUndefined();
		expect(textOf(many, 'legend')).toContain('Several events');
	});

	it('has numbers without a key where the text about it tells what they are', () => {
		const size = { width: 620, height: 560, sourcelist: false };
		for (const query of ['', 'from=2021-05-12&to=2021-05-18']) {
			const made = plan(shipped, query, { ...size, numbers: true });
			expect(made).toMatchObject({ numbered: true, height: 560 });
			expect(made.key).toBeUndefined();
			expect(textOf(made, 'legend')).not.toContain('Several events');
		}
		expect(plan(shipped, '', size).numbered).toBe(false);
	});

	it('explains in its legend what is shown, and nothing else', () => {
		const legend = textOf(
			plan(shipped, 'types=clash,call', { width: 1200, height: 800, sourcelist: true }),
			'legend'
		);
		expect(legend).toContain('Armed');
		expect(legend).toContain('Diplomacy');
		expect(legend).not.toContain('Agreement');
		expect(legend).not.toContain('Line of another time');
	});

	it('has all that is shown in sight, but for what lies far from the dossier’s own region', () => {
		const near = plan(shipped, 'from=2022-03-08&to=2022-03-09', {
			width: 900,
			height: 600,
			sourcelist: true
		});
		expect(textOf(near, 'key')).not.toContain('outside');
		const whole = plan(shipped, '', { width: 900, height: 600, sourcelist: true });
		expect(textOf(whole, 'key').match(/outside\s+the\s+map/g)?.length).toBeGreaterThan(1);
	});
});

describe('the line under a figure’s title', () => {
	const line = (query: string) => datesInWords(figureContent(showView(shipped, query, 18_900)));

	it.each([
		['from=2021-05-12&to=2021-05-18', /^12 to 18 May 2021 · \d+ of 58 events$/],
		[
			'from=2021-05-12&to=2021-05-18&asof=2021-11-25',
			/^12 to 18 May 2021, as known on 25 November 2021 · \d+ of \d+ events$/
		],
		['', /^[A-Z]\w+ \d{4} to April 2022 · 58 events$/],
		['from=2022-04-01', /^From 1 April 2022 · \d+ of 58 events$/]
	])('says of %s which dates, known when, and how many events', (query, expected) => {
		expect(line(query)).toMatch(expected);
	});
});
