import { escapeMarkup } from '../text';

/** What a snippet is made of. */
export interface Embed {
	/** Absolute address of the embed page, its view in the query. */
	src: string;
	/** Absolute address of the viewer with the same view. */
	link: string;
	/** The same with what a frozen embed is pinned to: whoever makes a frame of the link needs it. */
	shared: string;
	/** Absolute address of the view's picture, for where there are no frames. */
	picture: string;
	/** Absolute address of `embed.js`. */
	script: string;
	/** In words, for those who do not see the frame. */
	title: string;
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
	const { link, picture, title } = embed;
	return (
		frameTag(embed) +
		`<a href="${escapeMarkup(link)}"><img src="${escapeMarkup(picture)}" alt="${escapeMarkup(title)}"></a>` +
		`</iframe>`
	);
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
function scriptHtml({ src, link, picture, script, title, width }: Embed): string {
	return (
		`<dateline-map src="${escapeMarkup(src)}" title="${escapeMarkup(title)}"${width === undefined ? '' : ` width="${width}"`}>` +
		`<a href="${escapeMarkup(link)}"><img src="${escapeMarkup(picture)}" alt="${escapeMarkup(title)}"></a>` +
		`</dateline-map>\n` +
		`<script async src="${escapeMarkup(script)}"></script>`
	);
}

/** A linked picture. */
function markdown({ link, picture, title }: Embed): string {
	const words = title.replace(/\s+/g, ' ').replace(/[\\[\]*_`<>!&]/g, '\\$&');
	return `[![${words}](<${address(picture)}>)](<${address(link)}>)`;
}

/** In angle brackets Markdown reads an address to the closing one. */
function address(url: string): string {
	return url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}
