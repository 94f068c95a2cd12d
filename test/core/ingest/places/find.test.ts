import { describe, expect, it } from 'vitest';
import { named, place, read } from './reading';

describe('A name is a place where it stands as one', () => {
	it.each([
		[
			'Floods cut off villages in Kerala, India, on Friday.',
			['Kerala = Kerala, IN', 'India = India, IN']
		],
		['A court in Paris, Texas, heard the case.', ['Paris = Paris, US', 'Texas = Texas, US']],
		['The minister flew from Nairobi to Kisumu.', ['Nairobi = Nairobi, KE', 'Kisumu = Kisumu, KE']],
		['Protesters met in Port-au-Prince.', ['Port-au-Prince = Port-au-Prince, HT']],
		['It rained in the Dominican Republic.', ['Dominican Republic = Dominican Republic, DO']],
		['A dam burst in West Africa.', ['West Africa = Western Africa']],
		['The U.S. sent help.', ['U.S. = United States, US']]
	])('%s', (text, expected) => {
		expect(named(text)).toEqual(expected);
	});

	it.each([
		'Ararat Mirzoyan told reporters that the talks went on.',
		'President Lincoln spoke, and Mr Washington left.',
		'Philip Reeker met him.',
		'She teaches at the University of Texas.',
		'Paris Hilton sang.',
		'The Indianapolis Star has the story.',
		'They met again in March, and Most came.',
		'The Armenian soldiers left a lake that is shared by the two countries.',
		'The fund paid US$460 million.',
		'Cases of Marburg virus rose.',
		'More than 20 came, and Nice words were said.'
	])('%s names none', (text) => {
		expect(named(text)).toEqual([]);
	});

	it('A person’s surname alone is no place after the person was named, and is one after “in”', () => {
		expect(named('Abraham Lincoln spoke. Lincoln left. He lived in Lincoln, Nebraska.')).toEqual([
			'Lincoln = Lincoln, US',
			'Nebraska = Nebraska, US'
		]);
	});

	it('Words of what country somebody is are hints, not places', () => {
		const { hints, places } = read('Armenian and Azerbaijani officials met South Korean envoys.');
		expect(places).toEqual([]);
		expect(hints.map(({ text, country }) => `${text} ${country}`)).toEqual([
			'Armenian AM',
			'Azerbaijani AZ',
			'South Korean KR'
		]);
	});

	it('Persons are listed by their names', () => {
		const { persons } = read(
			'President Vladimir Putin called. Emmanuel Macron answered, and Putin replied.'
		);
		expect(persons.map(({ text }) => text)).toEqual(['Vladimir Putin', 'Emmanuel Macron', 'Putin']);
	});
});

describe('What a name stands for is told by what is named with it', () => {
	it('The country that the article names decides between towns', () => {
		const country = (text: string) => read(text).places.at(-1)?.candidates[0]?.country;
		expect(country('Police in Ontario, Canada, closed a road. It leads to London.')).toBe('CA');
		expect(country('Police in England closed a road. It leads to London.')).toBe('GB');
	});

	it('In a list the places are of one sort', () => {
		const [, washington] = read('It was sold in Virginia, Washington, Oregon and Wyoming.').places;
		expect(washington?.kind).toBe('province');
	});

	it('Without a word that says so, a country is not the province of its name', () => {
		expect(read('A case was reported in Mexico and its capital.').places[0]?.kind).toBe('country');
	});

	it('Candidates are kept, at most five, best first, with shares of one', () => {
		const [spot] = read('A fire broke out in Springfield.').places;
		const weights = spot?.candidates.map(({ weight }) => weight) ?? [];
		expect(weights.length).toBeGreaterThan(1);
		expect(weights.length).toBeLessThanOrEqual(5);
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
		expect(weights.reduce((a, b) => a + b, 0)).toBeLessThan(1.005);
	});
});

describe('What cannot be resolved is said to be so', () => {
	it.each([
		['Troops left the villages of Zzumbacari and Qudescu.', ['Zzumbacari = ?', 'Qudescu = ?']],
		['He was born in Pingilikanu, Kenya.', ['Pingilikanu = ?', 'Kenya = Kenya, KE']],
		['A plant at Lake Qorvath closed.', ['Lake Qorvath = ?']]
	])('%s', (text, expected) => {
		expect(named(text)).toEqual(expected);
	});

	it('A misspelt dateline stays unresolved, with what it may be misspelt for', () => {
		const [first] = read(
			'ANYALYA — The ministers met on Thursday. The resort city of Antalya was calm.'
		).places;
		expect(first).toMatchObject({ text: 'ANYALYA', name: null, lat: null, lon: null });
		expect(first?.candidates.map(({ name, weight }) => [name, weight < 0.4])).toEqual([
			['Antalya', true]
		]);
	});
});

describe('A capital or a country may stand for its government', () => {
	const metonyms = (text: string) =>
		read(text)
			.places.filter(({ metonym }) => metonym)
			.map(({ text: written }) => written);
	it.each([
		['Moscow has responded by sending a note.', ['Moscow']],
		['Baku’s refusal was noted in Yerevan.', ['Baku']],
		['A Moscow-led bloc met in Moscow.', ['Moscow']],
		['Kenya accused Uganda of a raid.', ['Kenya', 'Uganda']],
		['The raid took place in Uganda.', []],
		['Mumbai said that trains would run.', []]
	])('%s', (text, expected) => {
		expect(metonyms(text)).toEqual(expected);
	});
});

describe('The dossier’s places come first', () => {
	const dossier = [
		place(
			'lachin-district',
			'district',
			{ en: ['Lachin District'], ru: ['Лачинский район'] },
			['AZ'],
			[39.7, 46.3]
		),
		place('kalbajar-district', 'district', { en: ['Kalbajar District'] }, ['AZ'], [40.1, 46.2]),
		place(
			'nagorno-karabakh',
			'region',
			{ en: ['Nagorno-Karabakh'], hy: ['Լեռնային Ղարաբաղ'] },
			[],
			[39.8, 46.75]
		),
		place(
			'yerevan',
			'city',
			{ en: ['Yerevan'], hy: ['Երևան'], az: ['İrəvan'], ru: ['Ереван'] },
			['AM'],
			[40.18, 44.51]
		),
		place('border', 'border', { en: ['Armenian–Azerbaijani border'] }, ['AM', 'AZ'], [39.8, 46])
	];
	it.each([
		[
			'Positions in the Lachin and Kalbajar districts were held.',
			['Lachin = lachin-district', 'Kalbajar = kalbajar-district']
		],
		['Most of Karabakh was calm.', ['Karabakh = nagorno-karabakh']],
		[
			'Shots were heard along the Armenian-Azerbaijani border.',
			['Armenian-Azerbaijani border = border']
		],
		[
			'The border between Armenia and Azerbaijan was closed.',
			['border between Armenia and Azerbaijan = border']
		],
		['Crowds stood in YEREVAN.', ['YEREVAN = yerevan']]
	])('%s', (text, expected) => {
		expect(named(text, dossier)).toEqual(expected);
	});

	it.each([
		['hy', 'Նա ծնվել է Երևանում։', ['Երևանում = yerevan']],
		['hy', 'Մարտեր Լեռնային Ղարաբաղում։', ['Լեռնային Ղարաբաղում = nagorno-karabakh']],
		[
			'ru',
			'Он жил в Ереване и в Лачинском районе.',
			['Ереване = yerevan', 'Лачинском районе = lachin-district']
		],
		['az', 'Görüş İrəvanda keçirildi.', ['İrəvanda = yerevan']],
		['ru', 'Жители Москвы вышли на улицы.', ['Москвы = Moscow, RU']],
		['az', 'Bakıda görüş keçirildi.', ['Bakıda = Baku, AZ']]
	])('in %s with the ending of a case: %s', (language, text, expected) => {
		expect(named(text, dossier, language)).toEqual(expected);
	});

	it('A place with no geometry is not offered', () => {
		const bare = dossier.map((one) => ({ ...one, geometry: null }));
		expect(
			read('Most of Karabakh was calm.', bare).places.every(({ id }) => id === undefined)
		).toBe(true);
	});
});
