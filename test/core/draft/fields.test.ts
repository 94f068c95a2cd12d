import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldIn, stepsOf, withField } from '../../../src/lib/core/draft/fields';

const step = fc.oneof(fc.constantFrom('a', 'b-c', 'when'), fc.nat({ max: 3 }));
const pathOf = (steps: readonly (string | number)[]) =>
	steps.map((one, i) => (typeof one === 'number' ? `[${one}]` : i ? `.${one}` : one)).join('');

describe('a field of a record', () => {
	it('is what was put there, and nothing else changes', () => {
		const record = { properties: { title: 'T', claims: [{ text: 'x' }, { text: 'y' }] }, id: 'a' };
		const changed = withField(record, 'properties.claims[1].text', 'z') as typeof record;
		expect(changed).toEqual({
			properties: { title: 'T', claims: [{ text: 'x' }, { text: 'z' }] },
			id: 'a'
		});
		expect(changed.properties.claims[0]).toBe(record.properties.claims[0]);
		expect(record.properties.claims[1]?.text).toBe('y');
	});

	it('is made with all that leads to it', () => {
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.string(), (steps, value) => {
				const path = pathOf(steps);
				expect(stepsOf(path)).toEqual(steps);
				expect(fieldIn(withField(undefined, path, value), path)).toBe(value);
			})
		);
	});

	it('goes where it is put as undefined, and an item leaves no hole in its list', () => {
		const record = { list: [1, 2, 3], title: 'T' };
		expect(withField(record, 'list[1]', undefined)).toEqual({ list: [1, 3], title: 'T' });
		const without = withField(record, 'title', undefined) as object;
		expect('title' in without).toBe(false);
	});

	it('of something else than a record is none', () => {
		expect(fieldIn(7, 'a.b')).toBeUndefined();
		expect(fieldIn({ a: 'text' }, 'a[0]')).toBeUndefined();
	});
});
