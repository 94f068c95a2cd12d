import { formatDay, parseDay } from '../date/day';
import type { Day } from '../date/day';
import type { MapPosition } from './view';

/** One key of the query string. `parse` gives undefined for what it cannot read. */
export interface Key<T> {
	parse: (text: string) => T | undefined;
	stringify: (value: T) => string;
	/** What `parse` takes, in words, for the note on a wrong value. */
	expected: string;
	/** An empty value is a form's field that was left free, and needs no note. */
	mayBeEmpty?: true;
}

/** Longest text that is searched for, in characters as people count them (code points). */
export const MAX_TEXT = 200;

const ID = /^[a-z0-9-]{1,120}$/;

export const day: Key<Day> = {
	parse: parseDay,
	stringify: formatDay,
	expected: 'a day that exists, e.g. 2021-05-13',
	mayBeEmpty: true
};

/** The id of one thing. */
export function idOf(thing: string): Key<string> {
	return {
		parse: (text) => (ID.test(text) ? text : undefined),
		stringify: (id) => id,
		expected: `the id of ${thing}`
	};
}

/** Ids with commas between them, sorted and each once. */
export function idsOf(things: string): Key<readonly string[]> {
	return {
		parse: (text) => {
			const ids = text.split(',');
			return ids.every((id) => ID.test(id)) ? sorted(ids) : undefined;
		},
		stringify: (ids) => sorted(ids).join(),
		expected: `ids of ${things} with commas between them`
	};
}

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Key<T> {
	return {
		parse: (text) => words.find((word) => word === text),
		stringify: (word) => word,
		expected: inWords(words, 'or')
	};
}

/** Any of some words, with commas between them; written in the order of the words. */
export function anyOf<T extends string>(words: readonly T[]): Key<readonly T[]> {
	return {
		parse: (text) => {
			const found = text.split(',');
			const known = words.filter((word) => found.includes(word));
			return found.every((word) => (words as readonly string[]).includes(word)) ? known : undefined;
		},
		stringify: (chosen) => words.filter((word) => chosen.includes(word)).join(),
		expected: `any of ${inWords(words, 'and')} with commas between them`
	};
}

/** Words to search for. */
export const searchText: Key<string> = {
	parse: (text) => {
		const plain = plainText(text);
		return plain && [...plain].length <= MAX_TEXT ? plain : undefined;
	},
	stringify: plainText,
	expected: `words to find, at most ${MAX_TEXT} characters`,
	mayBeEmpty: true
};

/** One space between words, none around them, no half characters. */
export function plainText(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

export const flag: Key<true> = {
	parse: (text) => (text === '1' ? true : undefined),
	stringify: () => '1',
	expected: '1, or nothing at all'
};

/** Takes away what is there unless it is said. */
export const off: Key<false> = {
	parse: (text) => (text === '0' ? false : undefined),
	stringify: () => '0',
	expected: '0, or nothing at all'
};

export const position: Key<MapPosition> = {
	parse: (text) => {
		const parts = text.split('/');
		const [zoom, lat, lon] = parts.map((part) =>
			/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : NaN
		);
		if (parts.length !== 3 || zoom === undefined || lat === undefined || lon === undefined)
			return undefined;
		const inRange = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
		return inRange ? { zoom, lat, lon } : undefined;
	},
	stringify: ({ zoom, lat, lon }) => `${round(zoom, 2)}/${round(lat, 4)}/${round(lon, 4)}`,
	expected: 'zoom/latitude/longitude, e.g. 8/39.6/46.2'
};

function sorted(ids: readonly string[]): string[] {
	return [...new Set(ids)].sort();
}

function inWords(words: readonly string[], joint: string): string {
	return words.join(', ').replace(/, ([^,]*)$/, ` ${joint} $1`);
}

function round(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
