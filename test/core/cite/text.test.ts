import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/lib/core/cite/reference';
import { citation, citationList, CITATION_STYLES } from '../../../src/lib/core/cite/text';
import { numbered, sourceWith, trickyText } from './samples';

const rees = { family: 'Rees', given: 'Ann Mary' };
const base = {
	title: 'Dockers walk out',
	'container-title': 'The Courier',
	issued: { 'date-parts': [[2023, 3, 2]] },
	URL: 'https://courier.example/walk-out'
};
const apa = (fields: object) => citation(referenceOf(sourceWith({ ...base, ...fields })), 'apa');
const chicago = (fields: object) =>
	citation(referenceOf(sourceWith({ ...base, ...fields })), 'chicago');

// What is expected follows the manuals' own examples of newspaper articles and web pages.
describe('a citation like APA', () => {
	it('begins with the author, given names as initials', () => {
		expect(apa({ author: [rees] })).toBe(
			'Rees, A. M. (2023, March 2). Dockers walk out. The Courier. https://courier.example/walk-out'
		);
	});
	it('joins several authors with an ampersand', () => {
		expect(apa({ author: [rees, { family: 'de Boer', given: 'Jean-Luc' }] })).toMatch(
			/^Rees, A\. M\., & de Boer, J\.-L\. \(2023/
		);
	});
	it('names twenty authors and the last of more', () => {
		const author = Array.from({ length: 23 }, (_, i) => ({ literal: `Body ${i}` }));
		const text = apa({ author });
		expect(text).toContain('Body 18, … Body 22.');
		expect(text).not.toContain('Body 19');
	});
	it('leaves an agency as it is written', () => {
		expect(apa({ author: [{ literal: 'AFP' }] })).toMatch(/^AFP\. \(2023, March 2\)\. Dockers/);
	});
	it('begins an article without author with its title', () => {
		expect(apa({})).toBe(
			'Dockers walk out. (2023, March 2). The Courier. https://courier.example/walk-out'
		);
	});
	it('begins another page without author with the body whose it is, said once', () => {
		expect(apa({ type: 'webpage', 'container-title': 'Ministry of Ports' })).toBe(
			'Ministry of Ports. (2023, March 2). Dockers walk out. https://courier.example/walk-out'
		);
	});
	it('says when it was read, and where the archived copy is', () => {
		expect(
			apa({
				accessed: { 'date-parts': [['2023', '4', '1']] },
				archive_location: 'https://archive.example/1'
			})
		).toMatch(
			/Retrieved April 1, 2023, from https:\/\/courier\.example\/walk-out Archived at https:\/\/archive\.example\/1$/
		);
	});
	it('says no day of reading that the calendar has not, by the rule for the day of publication', () => {
		const part = fc.oneof(fc.integer({ min: -1, max: 33 }), fc.constantFrom('', '02', 4_000_000));
		const parts = fc.tuple(
			fc.constantFrom<number | string>(2021, '2024', 1900, 0, 10_000, 999_999, -44),
			fc.array(part, { maxLength: 2 })
		);
		fc.assert(
			fc.property(fc.array(parts, { minLength: 1, maxLength: 3 }), (days) => {
				const date = { 'date-parts': days.map(([year, rest]) => [year, ...rest]) };
				const source = sourceWith({ accessed: date, issued: date });
				const { accessed, issued } = referenceOf(source);
				expect(accessed).toEqual(issued);
				// The check reads the same as EDTF.
				expect(issued === null).toBe(source.published === null);
			})
		);
		const accessed = { 'date-parts': [[2021, 2, 31]] };
		expect(apa({ accessed })).toBe(apa({}));
		expect(apa({ accessed: { 'date-parts': [[2024, 2, 29]] } })).toContain('February 29, 2024');
	});
	it.each([
		[{ 'date-parts': [[2023, 3, 2]], circa: true }, '(ca. 2023, March 2)'],
		[{ 'date-parts': [[2023, 3]] }, '(2023, March)'],
		[{ 'date-parts': [[2023]] }, '(2023)'],
		[{ 'date-parts': [[0]] }, '(1 BC)'],
		[
			{
				'date-parts': [
					[2023, 3, 2],
					[2023, 3, 5]
				]
			},
			'(2023, March 2–5)'
		],
		[
			{
				'date-parts': [
					[2023, 3, 30],
					[2023, 4, 2]
				]
			},
			'(2023, March 30–April 2)'
		],
		[
			{
				'date-parts': [
					[2022, 12, 30],
					[2023, 1, 2]
				]
			},
			'(2022, December 30–2023, January 2)'
		],
		[undefined, '(n.d.)'],
		[{ 'date-parts': [[2023, 2, 30]] }, '(n.d.)']
	])('dates %j as %s', (issued, words) => {
		expect(apa({ issued })).toContain(words);
	});
});

describe('a citation like Chicago', () => {
	it('inverts the first author only', () => {
		expect(chicago({ author: [rees, { family: 'Boer', given: 'Jan' }] })).toBe(
			'Rees, Ann Mary, and Jan Boer. “Dockers walk out.” The Courier, March 2, 2023. https://courier.example/walk-out.'
		);
	});
	it('begins with the paper where there is no author', () => {
		expect(chicago({})).toBe(
			'The Courier. “Dockers walk out.” March 2, 2023. https://courier.example/walk-out.'
		);
	});
	it('has single quotation marks inside of its own, and one stop at an end', () => {
		expect(chicago({ title: '“Walk-out” or "strike"?' })).toContain('“‘Walk-out’ or ‘strike’?” ');
	});
	it('says when it was read', () => {
		expect(chicago({ accessed: { 'date-parts': [[2023, 4, 1]] } })).toContain(
			'2023. Accessed April 1, 2023. https'
		);
	});
	it('dates ranges without saying a month or a year twice', () => {
		const issued = (...parts: number[][]) => ({ issued: { 'date-parts': parts } });
		expect(chicago(issued([2023, 3, 2], [2023, 3, 5]))).toContain(' March 2–5, 2023.');
		expect(chicago(issued([2023, 3, 30], [2023, 4, 2]))).toContain(' March 30–April 2, 2023.');
		expect(chicago(issued([2023, 3], [2023, 5]))).toContain(' March–May 2023.');
	});
});

describe('a citation list', () => {
	it('is one line a source, numbered, whatever is in the titles', () => {
		fc.assert(
			fc.property(fc.array(trickyText, { maxLength: 5 }), (titles) => {
				const sources = numbered(
					titles.map((title, i) => ({ id: `s-${i}`, type: 'webpage', title: `T${title}` }))
				);
				for (const style of CITATION_STYLES) {
					const lines = citationList(sources, style).split('\n');
					expect(lines.pop()).toBe('');
					expect(lines.length).toBe(titles.length);
					lines.forEach((line, i) => expect(line.startsWith(`${i + 1}. `)).toBe(true));
					expect(lines.join('')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
				}
			})
		);
	});
});
