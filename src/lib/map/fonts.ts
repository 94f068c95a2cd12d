import armenian from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-400-normal.woff2?url';
import armenianBold from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-600-normal.woff2?url';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url';
import cyrillicItalic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import latinExtItalic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import type { FontFaces } from './style';

const LATIN = ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2122'];
const LATIN_EXT = ['U+0100-02FF', 'U+1E00-1EFF'];
const CYRILLIC = ['U+0400-04FF', 'U+2116'];
const ARMENIAN = ['U+0530-058F', 'U+FB13-FB17'];

/** The lettering of the map in every script of the dossiers; served by the app itself. */
export const FONT_FACES: FontFaces = {
	'Noto Sans': [
		{ url: latin, 'unicode-range': LATIN },
		{ url: latinExt, 'unicode-range': LATIN_EXT },
		{ url: cyrillic, 'unicode-range': CYRILLIC },
		{ url: armenian, 'unicode-range': ARMENIAN }
	],
	'Noto Sans SemiBold': [
		{ url: latinBold, 'unicode-range': LATIN },
		{ url: latinExtBold, 'unicode-range': LATIN_EXT },
		{ url: cyrillicBold, 'unicode-range': CYRILLIC },
		{ url: armenianBold, 'unicode-range': ARMENIAN }
	],
	// Noto Sans Armenian has no italic.
	'Noto Sans Italic': [
		{ url: latinItalic, 'unicode-range': LATIN },
		{ url: latinExtItalic, 'unicode-range': LATIN_EXT },
		{ url: cyrillicItalic, 'unicode-range': CYRILLIC },
		{ url: armenian, 'unicode-range': ARMENIAN }
	]
};
