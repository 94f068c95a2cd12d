import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { offlineParts } from './scripts/vite/offline-parts.js';

export default defineConfig({
	plugins: [sveltekit(), offlineParts()],
	// The content security policy lets no font or picture come from a data: address.
	build: {
		assetsInlineLimit: 0,
		// MapLibre is one large file, loaded after the page.
		chunkSizeWarningLimit: 1500,
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	worker: {
		rolldownOptions: {
			// Else its WebAssembly would come along, which nobody uses and the policy refuses (core/import/read/parquet.ts).
			treeshake: { moduleSideEffects: (id) => !id.includes('/hyparquet-compressors/') }
		}
	},
	test: {
		include: ['test/**/*.test.ts'],
		environment: 'node',
		// The offline file carries the page's own styles.
		css: true,
		// Property tests are many small runs; a busy machine is no failure.
		testTimeout: 30_000
	}
});
