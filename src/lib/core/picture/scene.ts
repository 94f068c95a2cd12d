import type { Role } from '../dossier/schema';
import { escapeXml } from '../text';
import type { MapTokens } from './tokens';

/** Names of the map's colours, and `relief`, which is an opacity. */
export type TokenName =
	| 'land'
	| 'water'
	| 'water-line'
	| 'water-label'
	| 'border'
	| 'admin-line'
	| 'admin-label'
	| 'town-label'
	| 'place-label'
	| 'halo'
	| 'accent'
	| 'paper'
	| 'ink'
	| 'ink-soft'
	| 'relief'
	| `role-${Role}`;

/** Attributes whose value is the name of a token, `none`, a pattern of the picture's own, or a number. */
const PAINTS = ['fill', 'stroke', 'opacity'] as const;
type PaintName = (typeof PAINTS)[number];

/**
 * Elements that a picture is made of. Nothing here runs or embeds, but a picture of our own; `a` links,
 * to http and https alone, and `svg` is a frame that what stands in it does not leave.
 */
type Tag = 'g' | 'pattern' | 'path' | 'rect' | 'circle' | 'image' | 'text' | 'tspan' | 'svg' | 'a';

export type Attributes = Readonly<
	Partial<Record<PaintName, TokenName | 'none' | `url(#${string})` | number>> &
		Record<string, string | number>
>;

/** A part of a picture: an SVG element as plain data. */
export interface SceneNode {
	tag: Tag;
	attributes: Attributes;
	children?: readonly SceneNode[];
	/** Text content, as text. */
	text?: string;
}

/** A shorthand for a node. */
export function node(
	tag: Tag,
	attributes: Attributes,
	content?: string | readonly SceneNode[]
): SceneNode {
	if (content === undefined) return { tag, attributes };
	return typeof content === 'string'
		? { tag, attributes, text: content }
		: { tag, attributes, children: content };
}

/** What stands for a token where it is drawn. */
export type Resolver = (token: TokenName) => string;

/** Resolves tokens to the page's custom properties (`ui/theme.css`), which follow the theme by themselves. */
export const inPage: Resolver = (token) =>
	OF_INTERFACE.test(token) ? `var(--${token})` : `var(--map-${token})`;

/** Tokens that the map shares with the rest of the page. */
const OF_INTERFACE = /^(accent|paper|ink|ink-soft|role-.*)$/;

/** Resolves tokens to the values of one theme, for a picture that stands alone. */
export function inFile(tokens: MapTokens): Resolver {
	const { roles, ...others } = tokens;
	const values = new Map<string, string>();
	for (const [name, value] of Object.entries(others))
		values.set(
			name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
			String(value)
		);
	for (const [role, value] of Object.entries(roles)) values.set(`role-${role}`, value);
	return (token) => values.get(token) as string;
}

/** A node's attributes with its tokens resolved. */
export function resolved(attributes: Attributes, resolve: Resolver): Record<string, string> {
	const result: Record<string, string> = {};
	for (const [name, value] of Object.entries(attributes))
		result[name] =
			typeof value === 'string' &&
			!/^(none|url\(#.*\))$/.test(value) &&
			(PAINTS as readonly string[]).includes(name)
				? resolve(value as TokenName)
				: String(value);
	return result;
}

/** A whole picture: its size in CSS pixels, and what it says to those who do not see it. */
export interface Scene {
	width: number;
	height: number;
	label: string;
	nodes: readonly SceneNode[];
}

/** How an SVG file is written. */
interface SvgOptions {
	/** Times that the picture is shown larger than it was drawn. */
	scale?: number;
	/** Of the file. */
	title?: string | undefined;
	language?: string | undefined;
}

/**
 * The picture as an SVG file. Text is escaped, whatever it is; characters that XML does not allow
 * are left out.
 */
export function toSvg(
	{ width, height, label, nodes }: Scene,
	tokens: MapTokens,
	{ scale = 1, title, language }: SvgOptions = {}
): string {
	const resolve = inFile(tokens);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}" ` +
		(language ? `xml:lang="${escapeXml(language)}" ` : '') +
		`role="img" aria-label="${escapeXml(label)}" font-family="Noto Sans, sans-serif">` +
		(title ? `<title>${escapeXml(title)}</title>` : '') +
		nodes.map((item) => serialize(item, resolve)).join('') +
		'</svg>'
	);
}

function serialize({ tag, attributes, children, text }: SceneNode, resolve: Resolver): string {
	const list = Object.entries(resolved(attributes, resolve))
		.map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
		.join('');
	const content =
		(text === undefined ? '' : escapeXml(text)) +
		(children ?? []).map((child) => serialize(child, resolve)).join('');
	return content ? `<${tag}${list}>${content}</${tag}>` : `<${tag}${list}/>`;
}
