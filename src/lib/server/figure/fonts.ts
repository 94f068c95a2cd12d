import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import type { Lettering } from '../../core/picture/outline';

/** A font file, opened once. */
export interface Face {
	/** Short, and its own. */
	id: string;
	path: string;
	font: Font;
}

/** What is lettered in one face. */
interface Run {
	face: Face;
	text: string;
}

const PACKAGES = '@expo-google-fonts';

/** Files of each face, under the package that has them. */
const FILES = {
	sans: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
	sansBold: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
	sansItalic: 'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
	serif: 'noto-serif/400Regular/NotoSerif_400Regular.ttf',
	serifBold: 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
	armenian: 'noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf',
	armenianBold: 'noto-sans-armenian/600SemiBold/NotoSansArmenian_600SemiBold.ttf'
} as const;
type FaceName = keyof typeof FILES;

const opened = new Map<FaceName, Face>();

function face(name: FaceName): Face {
	let found = opened.get(name);
	if (!found) {
		const path = createRequire(import.meta.url).resolve(`${PACKAGES}/${FILES[name]}`);
		found = { id: name, path, font: openSync(path) as Font };
		opened.set(name, found);
	}
	return found;
}

/** The faces for a lettering: the first that has a character letters it. */
function facesFor({ semibold, italic, serif }: Lettering): Face[] {
	const latin: FaceName = serif
		? semibold
			? 'serifBold'
			: 'serif'
		: semibold
			? 'sansBold'
			: italic
				? 'sansItalic'
				: 'sans';
	return [face(latin), face(semibold ? 'armenianBold' : 'armenian'), face('sans')];
}

/** Nothing is seen of these where a font does not know them. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

/**
 * Splits a text into runs of one face each. A character that no face has stays with the first, which
 * letters a box for it.
 */
export function runsOf(text: string, lettering: Lettering): Run[] {
	const faces = facesFor(lettering);
	const runs: Run[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		const last = runs.at(-1);
		// Spaces and points stay in the script about them.
		if (last?.face.font.hasGlyphForCodePoint(code) && /[^\p{L}]/u.test(character)) {
			last.text += character;
			continue;
		}
		const found = faces.find(({ font }) => font.hasGlyphForCodePoint(code));
		if (!found && IGNORABLE.test(character)) continue;
		const chosen = found ?? (faces[0] as Face);
		if (last?.face === chosen) last.text += character;
		else runs.push({ face: chosen, text: character });
	}
	return runs;
}
