import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { fold, searchOf } from '../../../src/lib/core/view/search';
import { readDossierFolder } from '../../../src/lib/server/read-folder';

const { files } = await readDossierFolder('geodata/armenia-azerbaijan');
const { dossier } = checkDossier('armenia-azerbaijan', files) as { dossier: Dossier };
const search = searchOf(dossier);
const at = (place: string) =>
	dossier.events.filter((event) => event.place === place).map(({ id }) => id);

describe('the search', () => {
	it.each([
		'Kalbajar',
		'Kelbajar',
		'Karvachar',
		'KELBECER',
		'Kəlbəcər',
		'Քարվաճառ',
		'քելբաջար',
		'Кельбаджар'
	])('finds Kalbajar as “%s”, in whatever language the words beside it are', (name) => {
		const wanted = at('kalbajar-district');
		expect(wanted.length).toBeGreaterThan(2);
		expect([...search(name)]).toEqual(expect.arrayContaining(wanted));
		expect(search(name).size).toBeLessThan(dossier.events.length / 2);
	});

	it('finds what lies within a place by the place’s name', () => {
		expect([...search('Syunik')]).toEqual(expect.arrayContaining(at('sisian')));
	});

	it('finds actors, sources and claims', () => {
		expect(search('Pashinyan').size).toBeGreaterThan(0);
		expect(search('armradio').size + search('Public Radio of Armenia').size).toBeGreaterThan(0);
		expect(search('encroachment').size).toBeGreaterThan(0);
	});

	it('wants every word, takes beginnings and a wrong letter in a longer word', () => {
		expect(search('Brussels meeting').size).toBeLessThan(search('meeting').size);
		expect([...search('bruss')]).toEqual(expect.arrayContaining(at('brussels')));
		expect([...search('Brusels')]).toEqual(expect.arrayContaining(at('brussels')));
		expect(search('Brussels zzzzzz').size).toBe(0);
	});

	it('finds nothing, rather than everything, for what has no word in it', () => {
		expect(search('…!').size).toBe(0);
	});

	it('is one and the same for a dossier', () => expect(searchOf(dossier)).toBe(search));
});

describe('folding', () => {
	it.each([
		['Kəlbəcər', 'kelbecer'],
		['Şuşa', 'susa'],
		['ISPARTA İĞDIR ığdır', 'isparta igdir igdir'],
		['Sèvres', 'sevres'],
		['Լաչինի ՇՐՋԱՆ', 'լաչինի շրջան'],
		['Йод, ёлка', 'иод, елка'],
		['Łódź', 'lodz']
	])('makes “%s” into “%s”', (text, plain) => expect(fold(text)).toBe(plain));
});
