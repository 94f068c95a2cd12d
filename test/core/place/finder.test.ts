import { describe, expect, it } from 'vitest';
import { finderOf } from '../../../src/lib/core/place/finder';

const find = finderOf([
	{ id: 'lake-sev', names: { en: ['Lake Sev', 'Sev Lich'], hy: ['Սև լիճ'], az: ['Qaragöl'] } },
	{ id: 'kalbajar', names: { en: ['Kalbajar'], az: ['Kəlbəcər'], ru: ['Кельбаджар'] } },
	{ id: 'sevan', names: { en: ['Sevan'], hy: ['Սևան'] } },
	{ id: 'old-sevan', names: { en: ['Old Sevan'] } }
]);

describe('a place that is looked for', () => {
	it.each([
		['Սև լ', 'lake-sev'],
		['qaragol', 'lake-sev'],
		['Kelbecer', 'kalbajar'],
		['кельб', 'kalbajar'],
		['Kalbajer', 'kalbajar']
	])('is found as “%s”', (typed, id) => expect(find(typed)[0]).toBe(id));
	it('stands before others where its name begins so', () => {
		expect(find('sevan').slice(0, 2)).toEqual(['sevan', 'old-sevan']);
		// Of two that begin so, the shorter.
		const two = finderOf([
			{ id: 'forces', names: { en: ['Armenian Armed Forces'] } },
			{ id: 'state', names: { en: ['Armenia'] } }
		]);
		expect(two('armen')).toEqual(['state', 'forces']);
	});
	it('is any for nothing typed, and none for what no name has', () => {
		expect(find('  ')).toHaveLength(4);
		expect(find('Sochi')).toEqual([]);
	});
});
