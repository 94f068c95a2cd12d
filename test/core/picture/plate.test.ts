import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { figureContent } from '../../../src/lib/core/picture/figure-content';
import type { Ground } from '../../../src/lib/core/picture/picture';
import { absence } from '../../../src/lib/core/picture/figure-map';
import { PLATE, plateCamera, plateScene } from '../../../src/lib/core/picture/plate';
import type { SceneNode } from '../../../src/lib/core/picture/scene';
import { screenPoint, worldPoint } from '../../../src/lib/core/picture/camera';
import { showView } from '../../../src/lib/core/view/show';
import { readDossier } from '../../dossier';

/** 1 January 2026. */
const TODAY = 20_454;
let dossier: Dossier;
beforeAll(async () => {
	dossier = await readDossier('geodata/armenia-azerbaijan');
});

function plateOf(query: string) {
	const content = figureContent(showView(dossier, query, TODAY));
	const camera = plateCamera(content);
	const ground: Ground = { camera, nodes: [], names: [], outlines: {} };
	return { content, camera, scene: plateScene(content, ground) };
}

const textsOf = (nodes: readonly SceneNode[]): string[] =>
	nodes.flatMap(({ text, children }) => [
		...(text === undefined ? [] : [text]),
		...textsOf(children ?? [])
	]);

/** The numbers that the lettering of a map has: `3–5, 9`. */
function lettered(nodes: readonly SceneNode[]): Set<number> {
	const runs = textsOf(nodes).filter((text) => /^\d+([–, ]+\d+)*,?$/.test(text));
	return new Set(
		runs.flatMap((text) =>
			text
				.split(/,\s*/)
				.filter(Boolean)
				.flatMap((part) => {
					const [from = NaN, to = from] = part.split('–').map(Number);
					return Array.from({ length: to - from + 1 }, (_, i) => from + i);
				})
		)
	);
}

describe('the map of a report', () => {
	it.each(['from=2021-05-12&to=2021-05-18', 'from=2021-11-01', 'types=talks,visit'])(
		'letters the number of every event that stands on it, and of no other: %s',
		(query) => {
			const { content, camera, scene } = plateOf(query);
			const expected = content.numbering.events
				.filter(({ event }) => absence(camera, event) === '')
				.map(({ number }) => number);
			expect(expected.length).toBeGreaterThan(2);
			expect([...lettered(scene.nodes)].sort((a, b) => a - b)).toEqual(expected);
		}
	);

	it('has the breadth that a window shows at the address’ position', () => {
		const position = fc.record({
			zoom: fc.integer({ min: 2, max: 14 }),
			lat: fc.integer({ min: -60, max: 60 }),
			lon: fc.integer({ min: -170, max: 170 })
		});
		fc.assert(
			fc.property(position, ({ zoom, lat, lon }) => {
				const { camera } = plateOf(`map=${zoom}/${lat}/${lon}`);
				const live = { zoom, lat, lon, width: 1024, height: 600 };
				const edge = worldPoint([lon + 360 / 2 ** (zoom + 1), lat]);
				// As far from the middle, in shares of the half, on paper as on the screen.
				const share = (of: typeof live) => screenPoint(of, edge).x / of.width;
				expect(share(camera)).toBeCloseTo(share(live), 4);
			}),
			{ numRuns: 20 }
		);
	});

	it('is as wide as a sheet’s text, its legend below it', () => {
		const { scene } = plateOf('');
		expect(scene.width).toBe(PLATE.width);
		expect(scene.height).toBeGreaterThan(PLATE.height + 15);
		expect(textsOf(scene.nodes)).toContain('Accounts differ');
	});

	it('says of an event without a spot that it is not on the map, and of one far off that it is outside', () => {
		const { camera } = plateOf('map=9/39.6/46.2');
		const event = (id: string) => dossier.events.find((event) => event.id === id);
		const brussels = event('brussels-meeting-2021-12-14');
		const sev = event('lake-sev-troops-2021-05-12');
		const nowhere = dossier.events.find(({ geometry }) => geometry === null);
		if (!brussels || !sev || !nowhere) throw new Error('the dossier has changed');
		expect(absence(camera, brussels)).toBe('outside the map');
		expect(absence(camera, sev)).toBe('');
		expect(absence(camera, nowhere)).toBe('not on the map');
	});
});
