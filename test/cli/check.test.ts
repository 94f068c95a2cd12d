import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/cli/check';

const fixtures = 'test/fixtures/dossiers';

describe('dateline check', () => {
	let out: string[];
	let words: string[];
	beforeEach(() => {
		out = [];
		words = [];
		vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
		vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
	});
	afterEach(() => vi.restoreAllMocks());

	it('is content with a sound dossier', async () => {
		expect(await runCheck([`${fixtures}/sound`, '--strict'])).toBe(0);
		expect(out).toEqual([]);
		expect(words).toEqual(['Events: 2. Sources: 2. Places: 1. Nothing to mend.']);
	});

	it('lists notes on stdout and fails for them with --strict only', async () => {
		expect(await runCheck([`${fixtures}/dangling-place`])).toBe(0);
		expect(await runCheck([`${fixtures}/dangling-place`, '--strict'])).toBe(1);
		expect(out[0]).toBe(
			'events.geojson · talks-begin · properties.place: expected an id that stands in places.geojson; found "lighthouse". Add it to places.geojson, or correct the id.'
		);
	});

	it('gives the same as JSON', async () => {
		expect(await runCheck([`${fixtures}/dangling-place`, '--json', '--strict'])).toBe(1);
		expect(JSON.parse(out.join('\n'))).toMatchObject({
			ok: false,
			counts: { events: 2, sources: 2, places: 1, notes: 0, stories: 0 },
			notes: [{ file: 'events.geojson', feature: 'talks-begin', field: 'properties.place' }]
		});
	});

	it('fails where nothing sound is left, and where there is no folder', async () => {
		expect(await runCheck(['test/fixtures'])).toBe(1);
		expect(await runCheck(['test/no-such-folder'])).toBe(1);
		expect(words.at(-1)).toBe('test/no-such-folder is no folder; give the folder of a dossier.');
	});

	it('tells wrong use from wrong input', async () => {
		expect(await runCheck([])).toBe(2);
		expect(await runCheck(['a', 'b'])).toBe(2);
		expect(await runCheck(['--colour', 'a'])).toBe(2);
		expect(out).toEqual([]);
		expect(await runCheck(['--help'])).toBe(0);
		expect(out[0]).toContain('Usage: dateline check');
	});
});
