import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDay } from '../../src/lib/core/date/day';
import { checkDossier } from '../../src/lib/core/dossier/check';
import type { Dossier } from '../../src/lib/core/dossier/dossier';
import { readDossierFolder } from '../../src/lib/server/read-folder';
import { Viewer } from '../../src/lib/state/viewer.svelte';

const { files } = await readDossierFolder('test/fixtures/dossiers/sound');
const { dossier } = checkDossier('sound', files) as { dossier: Dossier };
const day = (text: string) => parseDay(text) as number;

describe('the viewer', () => {
	let steps: [string, string][];
	const open = (query = '') =>
		new Viewer(dossier, 20_000, query, (written, step) => steps.push([step, written]));

	beforeEach(() => {
		steps = [];
		vi.useFakeTimers();
	});
	afterEach(() => vi.useRealTimers());

	it('shows what the address says', () => {
		const viewer = open('from=2021-05-13&event=talks-end');
		expect(viewer.shown.map(({ event }) => event.id)).toEqual(['talks-end']);
		expect(viewer.selected?.id).toBe('talks-end');
		expect(steps).toEqual([]);
	});

	it('pushes a choice and replaces for a range, once it is at rest', () => {
		const viewer = open();
		viewer.select('talks-begin');
		for (const text of ['2021-05-10', '2021-05-11', '2021-05-13'])
			viewer.setRange({ from: day(text), to: undefined });
		expect(viewer.shown.map(({ event }) => event.id)).toEqual(['talks-end']);
		expect(steps).toEqual([['push', 'event=talks-begin']]);
		vi.runAllTimers();
		expect(steps.slice(1)).toEqual([['replace', 'from=2021-05-13&event=talks-begin']]);
	});

	it('writes links as the address is written: at rest, and of what was there before until then', () => {
		const viewer = open('types=talks');
		viewer.setRange({ from: day('2021-05-13'), to: undefined });
		viewer.setRange({ from: day('2021-05-14'), to: undefined });
		expect(viewer.linkFor({ types: undefined })).toBe('');
		expect(viewer.linkWith('talks-end')).toBe('types=talks&event=talks-end');
		expect(viewer.queryFor({ types: undefined })).toBe('from=2021-05-14');
		vi.runAllTimers();
		expect(viewer.linkFor({ types: undefined })).toBe('from=2021-05-14');
		expect(viewer.linkWith('talks-end')).toBe('from=2021-05-14&types=talks&event=talks-end');
	});

	it('waits longer for rest while a pointer holds the slider, and no longer once it has let go', () => {
		const viewer = open();
		viewer.hold(true);
		viewer.setRange({ from: day('2021-05-13'), to: undefined });
		vi.advanceTimersByTime(900);
		expect(viewer.moving).toBe(true);
		vi.advanceTimersByTime(200);
		expect(viewer.moving).toBe(false);
		viewer.setRange({ from: day('2021-05-14'), to: undefined });
		viewer.hold(false);
		vi.advanceTimersByTime(400);
		expect(viewer.moving).toBe(false);
	});

	it('is moving from the first step of the slider until it is at rest, or a choice ends the wait', () => {
		const viewer = open();
		expect(viewer.moving).toBe(false);
		viewer.setRange({ from: day('2021-05-13'), to: undefined });
		expect(viewer.moving).toBe(true);
		vi.runAllTimers();
		expect(viewer.moving).toBe(false);
		viewer.setText('talks');
		expect(viewer.moving).toBe(true);
		viewer.select('talks-end');
		expect(viewer.moving).toBe(false);
		viewer.setMap({ zoom: 8, lat: 39.6, lon: 46.2 });
		expect(viewer.moving).toBe(false);
	});

	describe('on a screen', () => {
		let frames: (() => void)[];
		const draw = () => frames.splice(0).forEach((frame) => frame());
		beforeEach(() => {
			frames = [];
			vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
		});
		afterEach(() => vi.unstubAllGlobals());

		it('counts its rest from when the last move has been drawn', () => {
			const viewer = open();
			viewer.setRange({ from: day('2021-05-11'), to: undefined });
			vi.advanceTimersByTime(400);
			draw();
			viewer.setRange({ from: day('2021-05-13'), to: undefined });
			// The second frame of the first move: no end to the wait of the second.
			draw();
			vi.advanceTimersByTime(400);
			expect(steps).toEqual([]);
			draw();
			vi.advanceTimersByTime(299);
			expect(steps).toEqual([]);
			vi.advanceTimersByTime(1);
			expect(steps).toEqual([['replace', 'from=2021-05-13']]);
			vi.runAllTimers();
			expect(steps).toHaveLength(1);
		});

		it('rests all the same where nothing is ever drawn', () => {
			const viewer = open();
			viewer.setRange({ from: day('2021-05-13'), to: undefined });
			vi.runAllTimers();
			expect(steps).toEqual([['replace', 'from=2021-05-13']]);
		});
	});

	it('writes what was waiting before a choice, so that back leads to it', () => {
		const viewer = open();
		viewer.setMap({ zoom: 8, lat: 39.6, lon: 46.2 });
		viewer.select('talks-end');
		vi.runAllTimers();
		expect(steps).toEqual([
			['replace', 'map=8/39.6/46.2'],
			['push', 'event=talks-end&map=8/39.6/46.2']
		]);
	});

	it('takes no step for a choice that is made already, nor for an event that is not there', () => {
		const viewer = open('event=talks-end');
		viewer.select('talks-end');
		expect(steps).toEqual([]);
		viewer.select('nothing');
		expect(viewer.selected).toBeUndefined();
		expect(steps).toEqual([['push', '']]);
	});

	it('drops what was waiting when an address is put in place', () => {
		const viewer = open();
		viewer.setRange({ from: day('2021-05-13'), to: undefined });
		viewer.restore('event=talks-begin');
		vi.runAllTimers();
		expect(steps).toEqual([]);
		expect(viewer.range.from).toBeUndefined();
		expect(viewer.restored.position).toBeUndefined();
	});

	it('says so where the address names an event that is not there, and keeps unknown keys', () => {
		const viewer = open('event=gone&to-come=3f2a');
		expect(viewer.selected).toBeUndefined();
		expect(viewer.notes).toEqual(['There is no event “gone” in this dossier.']);
		expect(viewer.queryWith('talks-end')).toBe('event=talks-end&to-come=3f2a');
	});

	describe('filtering', () => {
		it('takes a step for each choice, and none for what is chosen already', () => {
			const viewer = open();
			viewer.choose('types', ['talks'], true);
			viewer.choose('types', ['talks'], true);
			viewer.filter({ contested: true });
			viewer.choose('types', ['talks'], false);
			viewer.clearFilters();
			viewer.clearFilters();
			expect(steps).toEqual([
				['push', 'types=talks'],
				['push', 'types=talks&contested=1'],
				['push', 'contested=1'],
				['push', '']
			]);
		});

		it('takes one step for a search, however much is typed', () => {
			const viewer = open();
			for (const text of ['h', 'ha', 'har']) {
				viewer.setText(text);
				vi.runAllTimers();
			}
			viewer.setText('harb');
			viewer.endSearch();
			viewer.setText('');
			vi.runAllTimers();
			expect(steps).toEqual([
				['push', 'q=h'],
				['replace', 'q=ha'],
				['replace', 'q=har'],
				['replace', 'q=harb'],
				['push', '']
			]);
		});

		it('takes no step for letters that were taken back before rest', () => {
			const viewer = open();
			viewer.setText('h');
			viewer.setText('');
			vi.runAllTimers();
			expect(steps).toEqual([]);
		});

		it('counts and lists what the filters let through, whatever the dates', () => {
			const viewer = open('types=talks&from=2021-05-13');
			expect(viewer.shown.map(({ event }) => event.id)).toEqual(['talks-end']);
			expect(viewer.candidates.length).toBeGreaterThan(1);
			expect(viewer.tallies).toMatchObject({ shown: 1, total: dossier.events.length });
			expect(viewer.facets.types.get('talks')).toBe(1);
			expect(viewer.filtersOn).toBe(1);
		});

		it('drops ids that the dossier does not have, and says so', () => {
			const viewer = open('types=talks,wedding&actors=nobody&places=a,b,c,d,e');
			expect(viewer.view.types).toEqual(['talks']);
			expect(viewer.view.actors).toBeUndefined();
			expect(viewer.notes).toEqual([
				'Left out of “types”, for this dossier does not have it: “wedding”.',
				'Left out of “actors”, for this dossier does not have it: “nobody”.',
				'Left out of “places”, for this dossier does not have it: “a”, “b”, “c”, 2 more.'
			]);
		});

		it('refuses more than an address can hold, and says so', () => {
			const viewer = open();
			viewer.filter({ sources: Array.from({ length: 2000 }, (_, i) => `source-${i}`) });
			expect(viewer.view.sources).toBeUndefined();
			expect(viewer.notes[0]).toContain('choose fewer');
			expect(steps).toEqual([]);
		});
	});
});

describe('the viewer in a story', () => {
	const first = {
		id: 'first',
		heading: 'First',
		view: 'from=2021-05-12&to=2021-05-12&event=talks-begin&map=8/40/46',
		text: []
	};
	const second = { id: 'second', heading: 'Second', view: 'to=2021-05-20', text: [] };
	const story = { id: 'walk', title: 'A walk', steps: [first, second] };
	const told: Dossier = { ...dossier, stories: [story] };
	let steps: [string, string][];
	const open = (query: string, of: Dossier = told) =>
		new Viewer(of, 20_000, query, (written, step) => steps.push([step, written]));

	beforeEach(() => {
		steps = [];
		vi.useFakeTimers();
	});
	afterEach(() => vi.useRealTimers());

	it('shows the step’s view and points at its event, whose card is not open', () => {
		const viewer = open('story=walk');
		expect(viewer.step?.heading).toBe('First');
		expect(viewer.selected?.id).toBe('talks-begin');
		expect(viewer.card).toBeUndefined();
		expect(viewer.restored).toEqual({ position: { zoom: 8, lat: 40, lon: 46 }, step: true });
	});

	it('goes from step to step in steps of the history, and keeps what is the reader’s', () => {
		const viewer = open('story=walk&theme=dark');
		viewer.goToStep('second');
		expect(viewer.view).toMatchObject({ theme: 'dark', to: day('2021-05-20') });
		expect(viewer.view.event).toBeUndefined();
		expect(steps).toEqual([['push', 'theme=dark&story=walk&step=second']]);
	});

	it('knows when somebody wanders off, and leads back', () => {
		const viewer = open('story=walk&step=first');
		expect(viewer.wandered).toBe(false);
		viewer.setMap({ zoom: 5, lat: 41, lon: 46 });
		viewer.setRange({ from: undefined, to: day('2021-05-12') });
		expect(viewer.wandered).toBe(true);
		vi.runAllTimers();
		expect(steps).toEqual([['replace', 'from=&map=5/41/46&story=walk&step=first']]);
		viewer.goToStep('first');
		expect(viewer.wandered).toBe(false);
		expect(viewer.range.from).toBe(day('2021-05-12'));
		expect(viewer.restored).toEqual({ position: { zoom: 8, lat: 40, lon: 46 }, step: true });
	});

	it('does not take a theme for wandering', () => {
		const viewer = open('story=walk&step=first');
		viewer.setDisplay({ theme: 'dark', labels: 'hy' });
		expect(viewer.wandered).toBe(false);
	});

	it('follows words over the step’s own view, and stays at the step', () => {
		const viewer = open('story=walk&step=first&from=2021-05-01');
		viewer.followWords('event=talks-end&to=&step=second');
		expect(viewer.step?.id).toBe('first');
		expect(viewer.view).toMatchObject({ from: day('2021-05-12'), event: 'talks-end' });
		expect(viewer.view.to).toBeUndefined();
		expect(viewer.card).toBeUndefined();
	});

	it('opens the card of what a reader chooses, and closes it onto what the step points at', () => {
		const viewer = open('story=walk&step=first');
		viewer.select('talks-begin');
		expect(viewer.card).toBe('talks-begin');
		viewer.select('talks-end');
		expect(viewer.card).toBe('talks-end');
		viewer.select(undefined);
		expect(viewer.card).toBeUndefined();
		expect(viewer.selected?.id).toBe('talks-begin');
	});

	it('leaves what it shows on screen when it is left', () => {
		const viewer = open('story=walk&step=first');
		viewer.leaveStory();
		expect(viewer.story).toBeUndefined();
		expect(steps.at(-1)?.[1]).toBe('from=2021-05-12&to=2021-05-12&map=8/40/46');
	});

	it('takes up a story whose steps come after its title', () => {
		const headed = { ...told, stories: [{ id: 'walk', title: 'A walk', steps: [] }] };
		const viewer = open('story=walk&step=first&event=', headed);
		expect(viewer.step).toBeUndefined();
		viewer.takeStory(story);
		expect(viewer.step?.id).toBe('first');
		expect(viewer.view.event).toBeUndefined();
		expect(viewer.range.to).toBe(day('2021-05-12'));
	});

	it('keeps a frozen embed’s day through its steps', () => {
		const viewer = open('story=walk&step=first&asof=2021-05-13&rev=0123456789ab');
		viewer.goToStep('second');
		expect(viewer.view).toMatchObject({ asof: day('2021-05-13'), rev: '0123456789ab' });
	});
});
