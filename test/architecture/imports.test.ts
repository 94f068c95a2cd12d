import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve('src');

/** What each room may import of the others. A room is a folder of src/lib, or routes, cli, hooks. */
const ALLOWED: Record<string, string[]> = {
	core: [],
	map: ['core'],
	timeline: ['core'],
	state: ['core'],
	ui: ['core', 'map', 'timeline', 'state'],
	offline: ['core', 'map', 'timeline', 'ui'],
	server: ['core'],
	cli: ['core', 'server'],
	routes: ['core', 'map', 'timeline', 'state', 'ui', 'offline', 'server'],
	hooks: ['core', 'server'],
	params: ['core']
};

interface Import {
	file: string;
	room: string;
	target: string;
	/** `import type`: nothing of it reaches the bundle. */
	typeOnly: boolean;
}

function roomOf(path: string): string {
	const [first = '', second = ''] = relative(src, path).split('/');
	if (first === 'lib') return second;
	return first.startsWith('hooks.') ? 'hooks' : first;
}

async function allImports(): Promise<Import[]> {
	const files = (await readdir(src, { recursive: true }))
		.filter((name) => /\.(ts|svelte)$/.test(name))
		.map((name) => join(src, name));
	const found: Import[] = [];
	for (const file of files) {
		const text = await readFile(file, 'utf8');
		const targets = text.matchAll(
			/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
		);
		for (const match of targets)
			found.push({
				file,
				room: roomOf(file),
				target: (match[1] ?? match[2] ?? match[3]) as string,
				typeOnly: /^\s*import type\b/.test(match[0])
			});
	}
	return found;
}

const imports = await allImports();
const where = ({ file, target }: Import) => `${relative(src, file)} imports ${target}`;

function roomOfTarget({ file, target }: Import): string | undefined {
	if (target.startsWith('$lib/')) return roomOf(resolve(src, target.replace('$lib', 'lib')));
	return target.startsWith('.') ? roomOf(resolve(dirname(file), target)) : undefined;
}

describe('the one-way imports', () => {
	it('are seen by this test at all', () => {
		expect(imports.length).toBeGreaterThan(100);
		for (const room of Object.keys(ALLOWED))
			expect(
				imports.some((item) => item.room === room),
				room
			).toBe(true);
	});

	it('hold between the rooms', () => {
		const wrong = imports.filter((item) => {
			const room = roomOfTarget(item);
			if (room === undefined || room === item.room) return false;
			// SvelteKit's own generated types stand beside each route.
			if (item.target.startsWith('./$types')) return false;
			return !ALLOWED[item.room]?.includes(room);
		});
		expect(wrong.map(where)).toEqual([]);
	});

	it('leave core without Svelte, DOM, MapLibre, SvelteKit and files', () => {
		const wrong = imports.filter(
			({ room, target }) =>
				room === 'core' && /^(svelte|\$app|\$env|maplibre|@sveltejs|node:|fs|path)/.test(target)
		);
		expect(wrong.map(where)).toEqual([]);
	});

	it('leave core without names of the browser or of Node', async () => {
		const core = join(src, 'lib/core');
		for (const name of await readdir(core, { recursive: true })) {
			if (!name.endsWith('.ts')) continue;
			const code = (await readFile(join(core, name), 'utf8')).replace(
				/\/\*[\s\S]*?\*\/|\/\/.*/g,
				''
			);
			expect(code, name).not.toMatch(/\b(document|window|navigator|localStorage|process)\s*[.[]/);
		}
	});

	it('let nobody but the map’s controller load MapLibre', () => {
		const wrong = imports.filter(
			({ file, target, typeOnly }) =>
				!typeOnly &&
				/^maplibre-gl(\/|$)/.test(target) &&
				!target.endsWith('.css') &&
				relative(src, file) !== 'lib/map/controller.ts'
		);
		expect(wrong.map(where)).toEqual([]);
	});

	it('let the controller, and MapLibre with it, be loaded only once the page is there', async () => {
		const wrong = imports.filter(
			({ target, typeOnly }) => !typeOnly && /(^|\/)(map\/)?controller$/.test(target)
		);
		const loaders = wrong.filter((item) => roomOfTarget(item) === 'map');
		expect(loaders.map(where)).toEqual(['lib/map/MapView.svelte imports ./controller']);
		const view = await readFile(join(src, 'lib/map/MapView.svelte'), 'utf8');
		expect(view).toContain("import('./controller')");
	});

	/** A file of src without its ending, from src on. */
	const pathOf = ({ file, target }: Import) =>
		relative(
			src,
			target.startsWith('$lib/')
				? resolve(src, target.replace('$lib', 'lib'))
				: resolve(dirname(file), target)
		);

	it('let nobody know which store a dossier has but who opens it', () => {
		// A file of columns and a database are opened by these; everyone else asks a `Store` of core/store.
		const openers = [
			/^lib\/server\/dossiers\.ts$/,
			/^lib\/server\/columns\//,
			/^lib\/server\/store\/database\//,
			/^cli\//
		];
		const wrong = imports.filter((item) => {
			const from = relative(src, item.file);
			if (item.typeOnly || openers.some((one) => one.test(from))) return false;
			return (
				item.target === 'postgres' ||
				/^lib\/server\/(store\/database\/|columns\/(store|open|load)$)/.test(pathOf(item))
			);
		});
		expect(wrong.map(where)).toEqual([]);
	});

	it('keep the database’s driver within what asks it', () => {
		const drivers = imports.filter(({ target }) => target === 'postgres');
		expect(drivers.length).toBeGreaterThan(0);
		const wrong = drivers.filter(
			({ file }) => !/^(lib\/server\/store\/database|cli)\//.test(relative(src, file))
		);
		expect(wrong.map(where)).toEqual([]);
	});
});
