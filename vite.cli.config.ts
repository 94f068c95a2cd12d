import { defineConfig } from 'vite';

/** The command line as files that plain Node runs: `dist/dateline.js`, and the worker of its import beside it. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: true,
		outDir: 'dist',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: {
			input: { dateline: 'src/cli/main.ts', 'import-worker': 'src/cli/import/worker.ts' },
			output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
		}
	},
	// What runs beside the build, as in the server's; the rest is in these files.
	ssr: { noExternal: true, external: ['@resvg/resvg-js', 'fontkit', 'pdfkit'] }
});
