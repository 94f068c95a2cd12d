import { defineConfig } from 'vite';

/** The command line as one file that plain Node runs: `dist/dateline.js`. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/cli/main.ts',
		outDir: 'dist',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'dateline.js' } }
	},
	// What runs beside the build, as in the server's; the rest is in the one file.
	ssr: { noExternal: true, external: ['@resvg/resvg-js', 'fontkit', 'pdfkit'] }
});
