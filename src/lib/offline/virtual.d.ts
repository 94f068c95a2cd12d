/** Made by `scripts/vite/offline-parts.js`. */
declare module 'virtual:offline-script' {
	/** The script of the offline file: one piece, run at the end of the page. */
	const code: string;
	export default code;
}
declare module 'virtual:offline-style' {
	/** The styles of the offline file's components. */
	const css: string;
	export default css;
}
