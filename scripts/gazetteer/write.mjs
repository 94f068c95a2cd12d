/** The index as a text: see src/lib/core/ingest/places/open.ts, which reads it. */
const KINDS = {
	country: 'c',
	province: 'p',
	district: 'd',
	region: 'r',
	city: 't',
	village: 'v',
	lake: 'l',
	feature: 'f'
};
const SOURCES = {
	'CIA World Factbook': 'c',
	'Natural Earth': 'n',
	GeoNames: 'g',
	Dateline: 'd'
};
/** A name that stands for more than so many places says nothing. */
const MOST = 40;

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const RANK = { c: 5e9, p: 2e9, r: 2e9, d: 1e5, l: 1e6, f: 1e6, t: 0, v: 0 };

/**
 * @param {object[]} places
 * @param {{ fold: (name: string) => string, demonyms: Map<string, string>, words: Set<string>, firstNames: string[] }} more
 */
export function indexText(places, { fold, demonyms, words, firstNames }) {
	const round = (n) => String(Math.round(n * 1000) / 1000);
	const rows = places
		.map((place) => ({ ...place, letter: KINDS[place.kind], from: SOURCES[place.source] }))
		.sort(
			(a, b) =>
				compare(a.letter, b.letter) ||
				compare(a.country, b.country) ||
				compare(a.province ?? '', b.province ?? '') ||
				compare(a.name, b.name) ||
				a.at[0] - b.at[0] ||
				a.at[1] - b.at[1]
		);
	const provinceNames = [...new Set(rows.map(({ province }) => province ?? ''))].sort(compare);
	const provinceAt = new Map(provinceNames.map((name, i) => [name, i]));
	const keys = new Map();
	const lines = rows.map((row, i) => {
		[...row.names, ...(row.once ?? [])].forEach((name, nth) => {
			const key = fold(name);
			if (key.length < 2) return;
			if (!keys.has(key)) keys.set(key, new Map());
			const at = keys.get(key);
			const bare = name.replace(/[^\p{L}]/gu, '');
			const capitals =
				bare.length <= 4 && bare === bare.toUpperCase() && bare !== bare.toLowerCase();
			const other =
				nth >= row.names.length ||
				(nth > 0 &&
					row.source === 'GeoNames' &&
					/\p{Script=Latin}/u.test(name) &&
					!`${fold(row.name)} `.startsWith(`${key} `));
			const was = at.get(i);
			at.set(i, {
				other: other && (was?.other ?? true),
				capitals: capitals && (was?.capitals ?? true)
			});
		});
		const { name, at, letter, from, country, province = '', population = 0, capital = 0 } = row;
		return [
			name,
			round(at[0]),
			round(at[1]),
			letter + from + (capital || ''),
			country,
			provinceAt.get(province) || '',
			population || ''
		]
			.join('\t')
			.replace(/\t+$/, '');
	});
	const weight = (i) =>
		RANK[rows[i].letter] + (rows[i].population ?? 0) * (1 + (rows[i].capital ?? 0));
	const names = [...keys]
		.sort(([a], [b]) => compare(a, b))
		.map(([key, found]) => {
			const ids = [...found]
				.sort(
					([a, x], [b, y]) => Number(x.other) - Number(y.other) || weight(b) - weight(a) || a - b
				)
				.slice(0, MOST)
				.map(
					([i, { other, capitals }]) => (other ? '~' : '') + (capitals ? '^' : '') + i.toString(36)
				)
				.join(',');
			return `${key}\t${ids}${words.has(key) ? '\tw' : ''}`;
		});
	const people = [...demonyms]
		.map(([word, country]) => [fold(word), country])
		.sort(([a], [b]) => compare(a, b))
		.filter(([word], i, all) => i === 0 || all[i - 1][0] !== word);
	const first = [...new Set(firstNames.map(fold))].filter((name) => name.length > 1).sort(compare);
	return [
		`dateline gazetteer 1\t${lines.length}\t${names.length}`,
		provinceNames.join('\t'),
		people.map(([word, country]) => `${word}=${country}`).join('\t'),
		first.join('\t'),
		...lines,
		...names,
		''
	].join('\n');
}
