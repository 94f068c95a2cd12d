/** Puts what a part of the benchmark prints into docs/performance.md, by the command that measured it. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What a part prints, as Markdown: paragraphs as they are, tables of `aligned` as tables. A table is known by its
 * cells, which stand apart by two spaces at least, as many in each of its lines.
 *
 * @param {string} printed
 * @returns {string}
 */
export function asMarkdown(printed) {
	return printed
		.split(/\n{2,}/)
		.map((paragraph) => {
			const lines = paragraph.split('\n').map((line) => line.trim().split(/\s{2,}/));
			const [heads = [], ...rows] = lines;
			const isTable =
				heads.length > 1 && rows.length > 0 && rows.every(({ length }) => length === heads.length);
			return isTable ? table(heads, rows) : paragraph;
		})
		.join('\n\n');
}

/** A number, perhaps with its unit, or nothing in its place. */
const NUMBER = /^[-+]?[\d.,]+( ?[a-zA-Zµ%]+)?$|^[–-]$/;

/**
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 */
function table(heads, rows) {
	const rule = heads.map((_, i) =>
		rows.every((cells) => NUMBER.test(cells[i] ?? '')) ? '---:' : '---'
	);
	return [heads, rule, ...rows]
		.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
		.join('\n');
}

/**
 * Whether a file has a place for a part.
 *
 * @param {string} path
 * @param {string} name
 */
export function hasPlace(path, name) {
	return readFileSync(path, 'utf8').includes(`<!-- bench:${name} -->`);
}

/**
 * A text with another between two marks, `<!-- bench:name -->` and `<!-- /bench:name -->`, each on a line of its own.
 *
 * @param {string} text
 * @param {string} name of a part of the benchmark
 * @param {string} between
 * @returns {string}
 * @throws {Error} where there are no such marks, or more of them
 */
export function withBetween(text, name, between) {
	const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
	const [before, middle, ...rest] = text.split(open);
	const [, after, ...more] = (middle ?? '').split(close);
	if (rest.length > 0 || more.length > 0 || after === undefined)
		throw new Error(`Expected ${open} and ${close} once each, in this order.`);
	return `${before}${open}\n\n${between.trim()}\n\n${close}${after}`;
}

/**
 * Replaces in a file what stands between the marks of a part.
 *
 * @param {string} path
 * @param {string} name
 * @param {string} between
 */
export function putBetween(path, name, between) {
	writeFileSync(path, withBetween(readFileSync(path, 'utf8'), name, between));
}
