/**
 * What other sites may load: the modules, worker, fonts and map of an embed, which in a sandboxed iframe
 * has no origin of its own, and the schemas for editors. All of it is the same for everybody.
 */
const OPEN_TO_ALL = /^\/(?:(?:_app|basemap|fonts|schema)\/|embed\.js$)/;

const SCRIPT = /^\/_app\/.*\.m?js$/;

/**
 * The headers of every response, static files included. A page's own Content-Security-Policy replaces ours.
 *
 * @param {string} path of the request
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
	return {
		// The policy of a worker's script governs the worker: it imports its chunks and fetches tiles.
		'Content-Security-Policy': SCRIPT.test(path)
			? "default-src 'none'; script-src 'self'; connect-src 'self'"
			: "default-src 'none'",
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		...(OPEN_TO_ALL.test(path) && {
			'Cross-Origin-Resource-Policy': 'cross-origin',
			'Access-Control-Allow-Origin': '*'
		})
	};
}
