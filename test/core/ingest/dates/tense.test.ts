import { describe, expect, it } from 'vitest';
import { tenseAt, type Tense } from '../../../../src/lib/core/ingest/dates/tense';

/** The tense around what stands in brackets. */
function tense(marked: string): Tense {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	return tenseAt(marked.replace(/[[\]]/g, ''), start, end);
}

describe('the tense of a clause', () => {
	it.each([
		'The river flooded the town on [Thursday].',
		'[Thursday], the river flooded the town.',
		'Speaking in the park on [Friday evening], the mayor said that he would resign.',
		'The mayor on [Thursday] accused the council.',
		'In an interview published on [Monday], she praised them.',
		'The council has met since [Monday].',
		'They could not be reached on [Saturday].',
		'The firm would not comment on [Saturday].',
		'He refused to sign on [Friday].',
		'He had been due to speak on [Friday].',
		'The ministers agreed on [Friday] to meet again.',
		'On [Friday], the ministers agreed to meet again.',
		'He is in hospital after the crash on [Thursday].',
		'The crash, which killed two on [Thursday], will be looked into.',
		'She would have left on [Friday].',
		'Two weeks after the [May 2] vote, results are still awaited.'
	])('is past: %s', (text) => expect(tense(text)).toBe('past'));

	it.each([
		'The council will meet on [Friday].',
		'The council said on Tuesday that it would meet on [Friday].',
		'On [Friday], the council will meet.',
		'The two are expected to meet in the capital on [Friday].',
		'The king intends to sit them down at a table on [Friday].',
		'The visit is scheduled for [Friday].',
		'The court is due to rule on [Friday].',
		'The council plans to meet in the disputed town on [Friday].',
		'He called on his supporters to gather on [Saturday].',
		'They vowed to return on [Saturday].',
		'They spoke ahead of the [June 3] summit.',
		'Officials said [Friday]’s vote would be delayed.',
		'Ministers to meet on [Friday]',
		'Ministers To Meet In The Capital On [Friday]',
		'He said that on [Saturday] he would resign.'
	])('is future: %s', (text) => expect(tense(text)).toBe('future'));

	it.each([
		'The fair opens on [Monday].',
		'Voters go to the polls on [Sunday].',
		'The queen is visiting the town on [Monday].'
	])('is set: %s', (text) => expect(tense(text)).toBe('present'));

	it.each(['A storm on [Thursday]', 'The shop is closed on [Friday].'])('is none: %s', (text) =>
		expect(tense(text)).toBe('none')
	);

	it('is not that of a cause', () => {
		expect(tense('His death on [June 16] was due to heavy rain.')).toBe('past');
	});
});
