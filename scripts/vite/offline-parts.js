/**
 * Builds what the offline file carries with it, while the app itself is built: its script, as one piece
 * that needs no other, and the styles of its components. The app imports them as texts, from
 * `virtual:offline-script` and `virtual:offline-style`.
 */
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** @type {Record<string, { entry: string, pick: (output: import('vite').Rolldown.RolldownOutput['output']) => string }>} */
const PARTS = {
	'virtual:offline-script': {
		entry: 'src/lib/offline/script/main.ts',
		pick: ([chunk]) => chunk.code
	},
	'virtual:offline-style': {
		entry: 'src/lib/offline/page/OfflinePage.svelte',
		pick: (output) =>
			output
				.flatMap((item) =>
					item.type === 'asset' && item.fileName.endsWith('.css') ? [String(item.source)] : []
				)
				.join('\n')
	}
};

/** @returns {import('vite').Plugin} */
export function offlineParts() {
	return {
		name: 'dateline-offline-parts',
		resolveId: (id) => (Object.hasOwn(PARTS, id) ? `\0${id}` : undefined),
		async load(id) {
			const part = PARTS[id.slice(1)];
			if (!id.startsWith('\0') || !part) return undefined;
			const { output } = await built(part.entry);
			for (const item of output)
				if (item.type === 'chunk')
					for (const file of item.moduleIds)
						if (file.startsWith('/')) this.addWatchFile(file.replace(/\?.*/, ''));
			return `export default ${JSON.stringify(part.pick(output))}`;
		}
	};
}

/** @param {string} entry */
async function built(entry) {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		// Class names follow from the components' paths: they are those of the app's own build.
		plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
		build: {
			write: false,
			// What Node 20's contemporaries run: the file is opened years from now, in nothing older.
			target: 'es2022',
			lib: {
				entry,
				formats: ['iife'],
				name: 'dateline',
				fileName: 'offline',
				cssFileName: 'offline'
			},
			rolldownOptions: { checks: { pluginTimings: false } }
		}
	});
	return /** @type {import('vite').Rolldown.RolldownOutput} */ (
		Array.isArray(result) ? result[0] : result
	);
}
