/**
 * What WordPress does with the answer of a provider that it does not know, as its 7.0 does: discovery in the
 * page's head, the filter of the HTML, and the script that the post's page listens with. Written anew from its
 * behaviour (`WP_oEmbed::discover`, `wp_filter_oembed_result`, `wp-embed.js`), so that a test fails where an
 * answer of ours would be lost in a post.
 */

/** Bytes of a page that are read. */
const READ_BYTES = 153_600;

/** The address of the JSON answer that a page names; undefined where none is found. */
export function discover(page: string): string | undefined {
	const read = Buffer.from(page).subarray(0, READ_BYTES).toString();
	const end = read.search(/<\/head>/i);
	// The page's head is searched as text: a bracket within an attribute ends the tag.
	for (const [, tag = ''] of (end > 0 ? read.slice(0, end) : read).matchAll(
		/<link([^<>]+?)\/?>/gi
	)) {
		const attributes = new Map(
			[...tag.matchAll(/([\w-]+)\s*=\s*"([^"]*)"(?:\s|$)/g)].map(([, name, value]) => [name, value])
		);
		const href = attributes.get('href');
		if (attributes.get('type') === 'application/json+oembed' && href)
			return href
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&quot;/g, '"')
				.replace(/&amp;/g, '&');
	}
	return undefined;
}

/** The request for an answer, with the width of the post's column in pixels. */
export function requestFor(provider: string, url: string, column: number): string {
	const request = new URL(provider);
	const asked = {
		maxwidth: column,
		maxheight: Math.min(Math.ceil(column * 1.5), 1000),
		url,
		dnt: 1,
		format: 'json'
	};
	for (const [name, value] of Object.entries(asked)) request.searchParams.set(name, String(value));
	return request.href;
}

type Allowed = Record<string, readonly string[]>;
const ALLOWED: Allowed = {
	a: ['href'],
	blockquote: [],
	iframe: [
		'src',
		'width',
		'height',
		'frameborder',
		'marginwidth',
		'marginheight',
		'scrolling',
		'title'
	]
};
const WITH_SECRET: Allowed = {
	a: ALLOWED['a'] ?? [],
	blockquote: ['data-secret'],
	iframe: [...(ALLOWED['iframe'] ?? []), 'data-secret']
};

/**
 * The HTML that goes into the post.
 * @param secret ten letters and digits
 * @returns undefined where nothing is left that may be shown: the post has the bare link then
 */
export function filterHtml(answer: { html: string; title: string }, secret: string) {
	const bare = strip(titled(answer), ALLOWED);
	const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/ms.exec(bare);
	if (!found?.[2]) return undefined;
	const quotation = found[1] ?? '';
	let html = quotation + found[2];
	const src = / src=(['"])(.*?)\1/.exec(html);
	if (src) {
		const [whole, quote = '', address = ''] = src;
		html = html
			.split(whole)
			.join(
				` src=${quote}${escapeUrl(`${address}#?secret=${secret}`)}${quote} data-secret=${quote}${secret}${quote}`
			)
			.replaceAll('<blockquote', `<blockquote data-secret="${secret}"`);
	}
	html = strip(html, WITH_SECRET);
	if (quotation)
		html = html
			.replaceAll('<iframe', '<iframe style="position: absolute; visibility: hidden;"')
			.replaceAll('<blockquote', '<blockquote class="wp-embedded-content"');
	return html.replace(
		/<iframe/gi,
		'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"'
	);
}

/** The frame's title comes first, its own or the answer's. */
function titled({ html, title }: { html: string; title: string }): string {
	const tag = /<iframe([^>]*)>/i.exec(html);
	if (!tag) return html;
	const attributes = attributesIn(tag[1] ?? '');
	const own = attributes.find(({ name }) => name === 'title')?.value || escapeText(title);
	const others = attributes.filter(({ name }) => name !== 'title').map(({ whole }) => whole);
	return html.replace(tag[0], () => `<iframe title="${own}" ${others.join(' ')}>`);
}

/** Only the tags and attributes that are allowed; of all others their text. Tags end at the first bracket. */
function strip(html: string, allowed: Allowed): string {
	return html.replace(
		/<!--.*?(?:-->|$)|<([^>]*)(>|$)|>/gs,
		(whole, inner?: string, end?: string) => {
			if (whole === '>') return '&gt;';
			const tag = /^\s*(\/?)\s*([a-zA-Z0-9-]+)([^]*)$/.exec(inner ?? '');
			if (!tag || end !== '>') return '';
			const [, slash, name = '', rest = ''] = tag;
			const names = allowed[name.toLowerCase()];
			if (!names) return '';
			if (slash) return `</${name}>`;
			const kept = attributesIn(rest).filter(
				({ name, value }) => names.includes(name) && !(/^(src|href)$/.test(name) && isOther(value))
			);
			return `<${[name, ...kept.map(({ whole }) => whole)].join(' ')}>`;
		}
	);
}

function attributesIn(text: string): { name: string; value: string; whole: string }[] {
	return [...text.matchAll(/([a-zA-Z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].map(
		([whole, name = '', value = '']) => ({
			name: name.toLowerCase(),
			value: value.replace(/^(["'])(.*)\1$/s, '$2'),
			whole
		})
	);
}

/** An address of another scheme than the web's. */
function isOther(value: string): boolean {
	const scheme = /^\s*([^/?#]*?)(?::|&#0*58;|&colon;)/i.exec(value)?.[1];
	return scheme !== undefined && !/^https?$/i.test(scheme);
}

function escapeUrl(url: string): string {
	return url
		.replace(/ /g, '%20')
		.replace(/[^a-z0-9\-~+_.?#=!&;,/:%@$|*'()[\]\u0080-\uffff]/gi, '')
		.replaceAll(';//', '://')
		.replace(/&amp;|&(?!#?\w+;)/g, '&#038;')
		.replaceAll("'", '&#039;');
}

function escapeText(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#039;');
}

/**
 * What the page around the frame runs, once it is in it. It is given to the browser as text, and so uses
 * nothing of this module.
 */
export function listenAsWordPress(): void {
	const withSecret = (tag: string, secret: string) => [
		...document.querySelectorAll<HTMLElement>(`${tag}[data-secret="${secret}"]`)
	];
	const linkOf = (href: string) => Object.assign(document.createElement('a'), { href });

	window.addEventListener('message', ({ source, data }: MessageEvent) => {
		const { secret, message, value } = (data ?? {}) as Record<string, unknown>;
		if (!secret && !message && !value) return;
		if (/[^a-zA-Z0-9]/.test(String(secret))) return;
		for (const quotation of withSecret('blockquote', String(secret)))
			quotation.style.display = 'none';
		for (const element of withSecret('iframe', String(secret))) {
			const frame = element as HTMLIFrameElement;
			if (source !== frame.contentWindow) continue;
			frame.removeAttribute('style');
			if (message === 'height') {
				const height = parseInt(String(value), 10);
				frame.height = String(height > 1000 ? 1000 : ~~height < 200 ? 200 : height);
			} else if (message === 'link') {
				const from = linkOf(frame.getAttribute('src') ?? '');
				const to = linkOf(String(value));
				if (!/^https?:$/i.test(to.protocol) || to.host !== from.host) continue;
				if (document.activeElement === frame) window.top?.location.assign(String(value));
			}
		}
	});
	document.addEventListener('DOMContentLoaded', () => {
		for (const frame of document.querySelectorAll<HTMLIFrameElement>(
			'iframe.wp-embedded-content'
		)) {
			const secret = frame.getAttribute('data-secret');
			// A frame that was there before this script has said how high it is to nobody.
			frame.contentWindow?.postMessage({ message: 'ready', secret }, '*');
		}
	});
}
