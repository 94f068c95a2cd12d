import theme from '../ui/theme.css?raw';

/** A face of the page's lettering, as `ui/theme.css` declares it. */
export const FONT_FACE = /@font-face\s*\{[^}]*\}\s*/g;

/** The faces that a file may carry, by the path in their declaration. */
const FILES: Record<string, string> = import.meta.glob(
	[
		'/node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,cyrillic}-{400,600}-normal.woff2',
		'/node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,cyrillic}-400-italic.woff2',
		'/node_modules/@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-{400,600}-normal.woff2'
	],
	{ query: '?inline', import: 'default', eager: true }
);

/** How a text is set. */
type Cut = 'regular' | 'semibold' | 'italic';

interface Face {
	css: string;
	cut: Cut;
	ranges: [first: number, last: number][];
}

const FACES = (theme.match(FONT_FACE) ?? []).flatMap((css): Face[] => {
	const path = /url\('([^']+)'\)/.exec(css)?.[1] ?? '';
	const data = FILES[`/node_modules/${path}`];
	const cut = css.includes('italic;') ? 'italic' : css.includes('600;') ? 'semibold' : 'regular';
	const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
		([, first = '', last = first]): [number, number] => [parseInt(first, 16), parseInt(last, 16)]
	);
	return data ? [{ css: css.replace(path, data), cut, ranges }] : [];
});

/**
 * The declarations of the faces that texts need, each with its font in it. They are the sans serif's: the
 * map's lettering is measured by it, and not every system has its Armenian and Azerbaijani letters. The
 * serif's letters are left to the system: each has one for Latin, and the file stays half as large.
 * @param texts what is set in each cut, all of it together
 */
export function fontsFor(texts: Record<Cut, string>): string {
	const used = (cut: Cut) => new Set([...texts[cut]].map((letter) => letter.codePointAt(0) ?? 0));
	const codes = { regular: used('regular'), semibold: used('semibold'), italic: used('italic') };
	return FACES.filter(({ cut, ranges }) =>
		[...codes[cut]].some((code) => ranges.some(([first, last]) => code >= first && code <= last))
	)
		.map(({ css }) => css)
		.join('\n');
}
