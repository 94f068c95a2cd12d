import { describe, expect, it } from 'vitest';
import { parseView, stringifyView } from '../../../src/lib/core/view/codec';
import { readReport, reportQuery } from '../../../src/lib/ui/report/request';

const read = (query: string) => readReport(parseView(query).view);

describe('the address of a report', () => {
	it('takes the style out of the view, and nothing else', () => {
		const { view, style } = read('from=2021-05-12&style=chicago&utm=7');
		expect(style).toBe('chicago');
		expect(stringifyView(view)).toBe('from=2021-05-12&utm=7');
	});
	it.each(['', 'style=', 'style=mla', 'style=APA'])('is like APA with “%s”', (query) => {
		expect(read(query)).toMatchObject({ style: 'apa', view: { others: [] } });
	});
	it('is written without the usual style, and read back the same', () => {
		expect(reportQuery(read('q=lake&style=apa'))).toBe('q=lake');
		const other = read('q=lake&style=chicago&utm=7');
		expect(reportQuery(other)).toBe('q=lake&utm=7&style=chicago');
		expect(read(reportQuery(other))).toEqual(other);
	});
});
