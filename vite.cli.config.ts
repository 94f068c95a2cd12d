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
	ssr: { noExternal: true }
});
