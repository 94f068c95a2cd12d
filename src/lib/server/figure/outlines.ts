import type { Glyph } from 'fontkit';
import type { Lettering, Outliner } from '../../core/picture/outline';
import { runsOf, type Face } from './fonts';
import { hundredth } from '../../core/picture/rounded';

/** A word's glyphs: path data of each in pixels about its own origin, and where it begins. */
interface Word {
	glyphs: readonly { d: string; x: number }[];
	width: number;
	/** How many characters are lettered, for the space between them. */
	count: number;
}

/** Words that are kept, all faces and sizes together: some megabytes. Longer ones are not kept. */
const KEPT = 30_000;
const LONGEST = 40;

const words = new Map<string, Word>();
const glyphs = new Map<string, string>();

/** Outlines in the shipped fonts, each word shaped once. */
export const outlines: Outliner = (text, lettering) => {
	let d = '';
	let at = 0;
	for (const { face, text: run } of runsOf(text, lettering))
		for (const word of run.split(/(?<=\s)/u)) {
			const { glyphs: parts, width, count } = wordIn(face, word, lettering.size);
			const { spacing } = lettering;
			parts.forEach((part, i) => {
				if (part.d) d += `M${hundredth(at + part.x + spacing * i)},0${part.d}`;
			});
			at += width + spacing * count;
		}
	return { d, width: at };
};

/** How wide a text is drawn, in pixels. */
export function drawnWidth(text: string, lettering: Lettering): number {
	return outlines(text, lettering).width;
}

function wordIn(face: Face, text: string, size: number): Word {
	const key = `${face.id} ${size} ${text}`;
	const known = words.get(key);
	if (known) return known;
	const scale = size / face.font.unitsPerEm;
	const run = face.font.layout(text);
	let at = 0;
	const parts = run.glyphs.map((glyph, i) => {
		const { xAdvance, xOffset, yOffset } = run.positions[i] as (typeof run.positions)[number];
		const x = (at + xOffset) * scale;
		at += xAdvance;
		return { d: glyphData(face, glyph, size, yOffset), x };
	});
	const word = { glyphs: parts, width: at * scale, count: parts.length };
	if (text.length <= LONGEST) {
		// All at once: what is in use is soon there again.
		if (words.size >= KEPT) words.clear();
		words.set(key, word);
	}
	return word;
}

const COMMANDS: Record<string, string> = {
	moveTo: 'm',
	lineTo: 'l',
	quadraticCurveTo: 'q',
	bezierCurveTo: 'c'
};

/** A glyph as relative path data from a point on the line of letters' feet. */
function glyphData(face: Face, glyph: Glyph, size: number, lift: number): string {
	const key = `${face.id} ${size} ${glyph.id} ${lift}`;
	const known = glyphs.get(key);
	if (known !== undefined) return known;
	const scale = size / face.font.unitsPerEm;
	let data = '';
	// In hundredths of a pixel, so that rounding does not add up.
	let [x, y] = [0, 0];
	let start = [0, 0] as [number, number];
	for (const { command, args } of glyph.path.commands) {
		const letter = COMMANDS[command];
		if (!letter) {
			data += 'z';
			[x, y] = start;
			continue;
		}
		let end: [number, number] = [x, y];
		const values: number[] = [];
		for (let i = 0; i < args.length; i += 2) {
			end = [
				Math.round((args[i] as number) * scale * 100),
				Math.round(-((args[i + 1] as number) + lift) * scale * 100)
			];
			values.push(end[0] - x, end[1] - y);
		}
		[x, y] = end;
		if (letter === 'm') start = end;
		data += letter + values.map((value) => String(value / 100)).join(' ');
	}
	if (glyphs.size >= KEPT) glyphs.clear();
	glyphs.set(key, data);
	return data;
}
