import { describe, expect, it } from 'vitest';
import { linkAcross } from '../../../src/lib/core/ingest/across';
import type { Reading } from '../../../src/lib/core/ingest/draft';
import { draftEvents } from '../../../src/lib/core/ingest/events/draft-events';
import { marked } from './marked';

const RIDDER = '<Ridder=city 50.34 83.51 KZ>';
const OSKEMEN = '<Oskemen=city 49.95 82.61 KZ>';

function reading(lines: string): Reading {
	const { article, dates, found } = marked(lines);
	return { article, dates, ...found, drafts: draftEvents(article, dates, found), notes: [] };
}
const link = (...texts: string[]) => {
	const readings = texts.map(reading);
	return linkAcross(readings, (one, { key }) => `${readings.indexOf(one)}#${key}`).map(
		({ drafts }) => drafts.map(({ same }) => same?.event)
	);
};

describe('several articles', () => {
	it('the same event in another article is a further claim on it, not a twin', () => {
		expect(
			link(
				`A bridge collapsed in ${RIDDER} on [Tuesday=2021-05-11].`,
				`On [Tuesday=2021-05-11] the old bridge collapsed in ${RIDDER}, killing two people.`
			)
		).toEqual([[undefined], ['0#e1']]);
	});
	it('one elsewhere, or on another day, is another', () => {
		expect(
			link(
				`A bridge collapsed in ${RIDDER} on [Tuesday=2021-05-11].`,
				`A bridge collapsed in ${OSKEMEN} on [Tuesday=2021-05-11].`,
				`A bridge collapsed in ${RIDDER} on [Saturday=2021-05-15].`
			)
		).toEqual([[undefined], [undefined], [undefined]]);
	});
	it('a third points at the first, not at the second', () => {
		const text = `A bridge collapsed in ${RIDDER} on [Tuesday=2021-05-11].`;
		expect(link(text, text, text)).toEqual([[undefined], ['0#e1'], ['0#e1']]);
	});
	it('none are linked where there are none', () => {
		expect(link()).toEqual([]);
	});
});
