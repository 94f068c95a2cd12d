import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/lib/core/import/map';
import type { RowMapper } from '../../../../src/lib/core/import/import';
import { checked, eventOf, refusalOf, rowsOf, warningsOf } from './mapped';

const COLUMNS =
	'time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,horizontalError,depthError,magError,magNst,status,locationSource,magSource'.split(
		','
	);
const BASE = {
	time: '2026-01-06T23:54:04.000Z',
	latitude: '38.83',
	longitude: '-122.81',
	depth: '2.0999999',
	mag: '2.449',
	magType: 'md',
	net: 'nc',
	id: 'nc1',
	updated: '2026-01-07T20:55:39.047Z',
	place: '8 km W of Oldbridge, CA',
	type: 'earthquake',
	horizontalError: '0.47',
	status: 'automatic'
};
function mapped(...changes: Partial<typeof BASE>[]) {
	const rows = rowsOf(
		COLUMNS,
		changes.map((change, i) => ({ ...BASE, id: `nc${i}`, ...change }))
	);
	const mapper = recognise(COLUMNS, rows) as RowMapper;
	return { mapper, results: rows.map(mapper.map) };
}

describe('rows of the USGS catalogue of earthquakes', () => {
	it('become events on the day in UTC, with the time beside it, and pass the check without a note', () => {
		const { mapper, results } = mapped({}, { type: 'quarry blast', mag: '', horizontalError: '' });
		expect(mapper.dataset).toBe('USGS earthquakes');
		expect(checked(mapper, results).notes).toEqual([]);
		const [first, second] = results.map(eventOf);
		expect(first).toMatchObject({
			id: 'usgs-nc0',
			geometry: { coordinates: [-122.81, 38.83] },
			properties: {
				title: 'Earthquake, magnitude 2.4',
				summary: '8 km W of Oldbridge, CA.',
				when: '2026-01-06',
				time: '23:54:04.000Z',
				precision: 'exact',
				claims: [{ by: 'U.S. Geological Survey', source: 'usgs-earthquake-catalog' }]
			}
		});
		expect(first?.properties.claims[0]?.text).toContain('depth of 2.1 km');
		expect(second?.properties).toMatchObject({ title: 'Quarry blast', precision: 'near' });
		expect(mapper.vocabulary.places).toEqual([]);
		expect(mapper.vocabulary.sources[0]?.issued).toEqual({ 'date-parts': [[2026, 1, 7]] });
	});

	it('are as near as the catalogue’s own error says, and no error of 0 is taken for an exact one', () => {
		const { results } = mapped(
			{ horizontalError: '6.54' },
			{ horizontalError: '0' },
			{ horizontalError: '1' }
		);
		expect(
			results.map(eventOf).map(({ properties }) => [properties.precision, properties.radiusKm])
		).toEqual([
			['near', 6.5],
			['near', undefined],
			['exact', undefined]
		]);
	});

	it('lie all over the world, so that none stands out as swapped', () => {
		const spread = Array.from({ length: 40 }, (_, i) => ({
			latitude: String(i % 2 ? 60 : -40),
			longitude: String(-80 + 4 * i)
		}));
		const { results } = mapped(...spread, { latitude: '80', longitude: '50' });
		expect(results.flatMap(warningsOf)).toEqual([]);
	});

	it('are refused where the time is none', () => {
		for (const time of ['2026-01-06T25:99:04.000Z', '2026-02-30T10:00:00Z', '', 'yesterday']) {
			const [result] = mapped({ time }).results;
			if (!result) throw new Error('no row');
			expect(refusalOf(result)).toMatchObject({ line: 2, column: 'time', kind: 'date' });
		}
	});
});
