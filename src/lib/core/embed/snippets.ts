/** What a snippet is made of. */
export interface Embed {
	/** Absolute address of the embed page, its view in the query. */
	src: string;
	/** Absolute address of the viewer with the same view. */
	link: string;
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
		link: embed.link
	};
}

/** A frame that loads when it comes near sight, with a linked picture where there are no frames. */
export function iframeHtml(embed: Embed): string {
	const { link, picture, title } = embed;
	return (
		frameTag(embed) +
		`<a href="${attribute(link)}"><img src="${attribute(picture)}" alt="${attribute(title)}"></a>` +
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
		`<iframe src="${attribute(src)}" title="${attribute(title)}" ` +
		`width="${width ?? '100%'}" height="${height}" frameborder="0" loading="lazy" allowfullscreen ` +
		`referrerpolicy="strict-origin-when-cross-origin">`
	);
}

/** An element that `embed.js` makes a frame of, which takes the height that it needs. */
function scriptHtml({ src, link, picture, script, title, width }: Embed): string {
	return (
		`<dateline-map src="${attribute(src)}" title="${attribute(title)}"${width === undefined ? '' : ` width="${width}"`}>` +
		`<a href="${attribute(link)}"><img src="${attribute(picture)}" alt="${attribute(title)}"></a>` +
		`</dateline-map>\n` +
		`<script async src="${attribute(script)}"></script>`
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

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as the value of an attribute in double quotes. */
export function attribute(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
