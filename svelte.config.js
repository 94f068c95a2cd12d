import nodeAdapter from '@sveltejs/adapter-node';
import staticAdapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** `npm run build:static`: a folder that any web server serves, under any path. */
const isStatic = process.env['VITE_DATELINE_STATIC'] === '1';

/** Files that stand apart for a dossier of many events, or that it does not have. */
const MAY_BE_UNSEEN = [
	'/[dossier]/rest.json',
	'/[dossier]/[file=download]',
	'/[dossier]/events/[id]',
	'/[dossier]/sources/[id]'
];

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		typescript: {
			// The scripts, the server and the end-to-end tests are checked like the app.
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../scripts/**/*.js',
					'../server.js',
					'../e2e/**/*.ts',
					'../static/*.js',
					'../*.config.ts',
					'../*.config.js'
				]
			})
		},
		adapter: isStatic
			? staticAdapter({ pages: 'build-static', assets: 'build-static', strict: false })
			: nodeAdapter({ out: 'build', precompress: true }),
		// Every page of a dossier is named by its route: nothing is left to be found by following links.
		prerender: {
			crawl: false,
			// A folder may have no dossier of which there are such files: src/lib/server/entries.ts.
			handleUnseenRoutes: ({ routes, message }) => {
				if (!routes.every((route) => MAY_BE_UNSEEN.includes(route))) throw new Error(message);
			}
		},
		csp: {
			// By nonce; by hash, and in the page itself, where no server sends a header.
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute there is: SvelteKit's announcer of page changes hides itself with it.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				// The preview of an embed.
				'frame-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		}
	}
};
