import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/lib/core/ingest/sentences';

const sentences = (text: string) =>
	sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('weekdays and months that are cut short', () => {
	it('end no sentence', () => {
		expect(sentences('It fell on Sat. May 8. Nobody came.')).toEqual([
			'It fell on Sat. May 8.',
			'Nobody came.'
		]);
		expect(sentences('It fell on Sept. 11. Nobody came.')).toHaveLength(2);
	});

	it('are other words in small letters', () => {
		expect(sentences('There he sat. Rain fell.')).toEqual(['There he sat.', 'Rain fell.']);
		expect(sentences('They lay in the sun. Nobody came.')).toHaveLength(2);
	});
});
