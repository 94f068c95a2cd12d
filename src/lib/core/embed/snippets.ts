import { escapeMarkup } from '../text';

/** What a snippet is made of. */
export interface Embed {
	/** Absolute address of the embed page, its view in the query. */
	src: string;
	/** Absolute address of the viewer with the same view. */
	link: string;
	/** The same with what a frozen embed is pinned to: whoever makes a frame of the link needs it. */
	shared: string;
	/** Absolute address of the view's picture, for where there are no frames; undefined where no view has one. */
	picture: string | undefined;
	/** Absolute address of `embed.js`. */
	script: string;
	/** In words, for those who do not see the frame. */
	title: string;
	/** The picture in words. */
	alt: string;
	/** Pixels; a width of undefined is the whole width of the column. */
	width: number | undefined;
	height: number;
}

export interface Snippets {
	iframe: string;
	script: string;
	markdown: string;
	link: string;
}

/** The least and the greatest side of a frame, in pixels. */
export const FRAME = { least: { width: 280, height: 200 }, most: { width: 2000, height: 2000 } };

/** What a writer pastes, in each form. */
export function snippetsOf(embed: Embed): Snippets {
	return {
		iframe: iframeHtml(embed),
		script: scriptHtml(embed),
		markdown: markdown(embed),
		link: embed.shared
	};
}

/** A frame that loads when it comes near sight, with a linked picture where there are no frames. */
function iframeHtml(embed: Embed): string {
	return `${frameTag(embed)}${fallback(embed)}</iframe>`;
}

/** What the frame begins with. */
export function frameTag({
	src,
	title,
	width,
	height
}: Pick<Embed, 'src' | 'title' | 'width' | 'height'>): string {
	return (
		`<iframe src="${escapeMarkup(src)}" title="${escapeMarkup(title)}" ` +
		`width="${width ?? '100%'}" height="${height}" frameborder="0" loading="lazy" allowfullscreen ` +
		`referrerpolicy="strict-origin-when-cross-origin">`
	);
}

/** An element that `embed.js` makes a frame of, which takes the height that it needs. */
function scriptHtml(embed: Embed): string {
	const { src, script, title, width } = embed;
	return (
		`<dateline-map src="${escapeMarkup(src)}" title="${escapeMarkup(title)}"${width === undefined ? '' : ` width="${width}"`}>` +
		`${fallback(embed)}</dateline-map>\n` +
		`<script async src="${escapeMarkup(script)}"></script>`
	);
}

/** What stands where there are no frames: a linked picture, or the link alone. */
function fallback({ link, picture, title, alt }: Embed): string {
	const shown =
		picture === undefined
			? escapeMarkup(title)
			: `<img src="${escapeMarkup(picture)}" alt="${escapeMarkup(alt)}">`;
	return `<a href="${escapeMarkup(link)}">${shown}</a>`;
}

/** A linked picture, or the link alone. */
function markdown({ link, picture, title, alt }: Embed): string {
	const words = (picture === undefined ? title : alt)
		.replace(/\s+/g, ' ')
		.replace(/[\\[\]*_`<>!&]/g, '\\$&');
	const shown = picture === undefined ? words : `![${words}](<${address(picture)}>)`;
	return `[${shown}](<${address(link)}>)`;
}

/** In angle brackets Markdown reads an address to the closing one. */
function address(url: string): string {
	return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}
