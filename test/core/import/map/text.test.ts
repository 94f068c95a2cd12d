import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId, idOfName, shortHash, slug } from '../../../../src/lib/core/import/map/text';

const ID = /^[a-z0-9-]{1,120}$/;

describe('ids made of a table’s words', () => {
	it('are ids of the format, whatever the words', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				expect(eventId('acled-', text)).toMatch(ID);
				expect(idOfName(text)).toMatch(ID);
				expect(shortHash(text)).toMatch(/^[0-9a-v]{12}$/);
			})
		);
	});

	it('are apart where the words are, but for capitals', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
				fc.pre(one.toLowerCase() !== other.toLowerCase());
				expect(eventId('x-', one)).not.toBe(eventId('x-', other));
			})
		);
		expect(eventId('x-', 'SYR12')).toBe(eventId('x-', 'syr12'));
	});

	it('tell a hundred thousand numbered texts apart by their hash', () => {
		const hashes = new Set(Array.from({ length: 100_000 }, (_, i) => shortHash(`row ${i}`)));
		expect(hashes.size).toBe(100_000);
	});

	it('have letters without their marks, and nothing of other scripts', () => {
		expect(slug('Ağdam, Şuşa & Côte d’Ivoire')).toBe('agdam-susa-cote-divoire');
		expect(slug('Київ')).toBe('');
		expect(idOfName('Київ')).toBe(shortHash('Київ'));
		expect(idOfName('Front of Sylvania')).toBe('front-of-sylvania');
	});
});
