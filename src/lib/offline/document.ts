import { render } from 'svelte/server';
import script from 'virtual:offline-script';
import style from 'virtual:offline-style';
import type { Ground } from '../core/picture/picture';
import type { SceneNode } from '../core/picture/scene';
import { markedName, nameIn } from '../core/place/names';
import base from '../ui/base.css?raw';
import theme from '../ui/theme.css?raw';
import { writeData } from './data';
import { dataOf, type FileView } from './file';
import { FONT_FACE, fontsFor } from './fonts';
import OfflinePage from './page/OfflinePage.svelte';

/** What a file is made of beside its view. */
interface FileParts {
	ground: Ground;
	/** The relief picture as a `data:` address, in place of the ground's own. */
	relief: string | undefined;
	/** Address of the view that stays up to date; undefined where nobody knows it. */
	live: string | undefined;
	/** The filters in words. */
	filters: readonly string[];
	/** The hash of a text for a policy, as base64 of SHA-256. */
	hash: (text: string) => string;
}

/**
 * The whole file: one HTML page with its own policy, which lets nothing in and nothing out. Script and
 * style may run by their hashes alone, and pictures and fonts stand in the page itself.
 */
export function offlineDocument(file: FileView, parts: FileParts): string {
	const { live, filters, hash } = parts;
	const ground = withRelief(parts.ground, parts.relief);
	const { head, body } = render(OfflinePage, { props: { file, ground, live, filters } });
	const page = body.replace(MARKERS, '');
	const css = [
		fontsFor(lettering(file, ground, page)),
		theme.replace(FONT_FACE, ''),
		base,
		style
	].join('\n');
	const code = inScript(script);
	const policy = [
		"default-src 'none'",
		`script-src 'sha256-${hash(code)}'`,
		`style-src 'sha256-${hash(css)}'`,
		'img-src data:',
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	return [
		'<!doctype html>',
		`<html lang="en" data-theme="${file.view.theme ?? 'auto'}">`,
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="color-scheme" content="light dark">',
		'<meta name="generator" content="Dateline">',
		head.replace(MARKERS, ''),
		`<style>${css}</style>`,
		'</head>',
		'<body>',
		page,
		`<script type="application/json" id="data">${writeData(dataOf(file, ground))}</script>`,
		`<script>${code}</script>`,
		'</body>',
		'</html>',
		''
	].join('\n');
}

/** What is set in which cut of the lettering. */
function lettering({ dossier, language }: FileView, { names }: Ground, page: string) {
	const { title, actors } = dossier.header;
	const semibold = [
		title,
		...dossier.events.map((event) => event.title),
		...dossier.places.map((place) => markedName(place.names, language)),
		...actors.map((actor) => nameIn(actor.names, 'en').name)
	].join('');
	const lakes = names.filter(({ kind }) => kind === 'lakes').map(({ name }) => name);
	return { regular: page, semibold, italic: lakes.join('') };
}

/** Marks that a script of Svelte's would look for: there is none. No text of ours has a bare `<`. */
const MARKERS = /<!--[^>]*-->/g;

/** Nothing in a script of ours may end its element, or begin what only a second end would. */
function inScript(code: string): string {
	if (/<\/script|<!--/i.test(code))
		throw new Error('The offline script would end its own element.');
	return code;
}

function withRelief(ground: Ground, relief: string | undefined): Ground {
	const replaced = (nodes: readonly SceneNode[]): SceneNode[] =>
		nodes.flatMap((item) => {
			if (item.tag === 'image')
				return relief ? [{ ...item, attributes: { ...item.attributes, href: relief } }] : [];
			return [item.children ? { ...item, children: replaced(item.children) } : item];
		});
	return { ...ground, nodes: replaced(ground.nodes) };
}
