import { isLoopback } from './config.js';

/**
 * What a request is refused with. @typedef {object} Refusal
 * @property {number} status
 * @property {string} text for the person who reads it
 * @property {Record<string, string>} [headers]
 */

const METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** The one path where something is taken in; the app decides from whom. */
const SAVES = /^\/[a-z0-9-]+\/edit\/files$/;

/**
 * Whether a request is refused before anything else sees it.
 *
 * @param {{ method?: string | undefined, url?: string | undefined, host?: string | undefined }} request
 * @param {string | undefined} origin the server's own, where it was told one
 * @returns {Refusal | undefined} undefined when it may go on
 */
export function refusal({ method = '', url = '', host = '' }, origin) {
	if (!METHODS.includes(method) && !(method === 'POST' && SAVES.test(url)))
		return {
			status: 405,
			text: 'This server only shows things: it answers GET and HEAD.',
			headers: { Allow: METHODS.join(', ') }
		};
	// With an ORIGIN the Host header decides nothing. Without one it becomes part of absolute links, and
	// a foreign name in it is a web page that points its own name at this machine (DNS rebinding).
	if (!origin && !isLoopbackHost(host))
		return {
			status: 421,
			text: 'This server answers only as localhost. To serve it under another name, start it with ORIGIN=https://that.name.'
		};
	if (!isWellFormed(url)) return { status: 400, text: 'The address of this request is malformed.' };
	return undefined;
}

/**
 * @param {string} host as in the Host header: with or without a port
 * @returns {boolean}
 */
function isLoopbackHost(host) {
	return isLoopback(host.replace(/:\d{1,5}$/, '').replace(/^::1$/, ''));
}

/**
 * Whether a request's target is a path whose percent-encoding can be undone. A proxy's form
 * (`GET http://other.host/`) is none: the handler would append it to the host.
 *
 * @param {string} url
 * @returns {boolean}
 */
function isWellFormed(url) {
	if (!url.startsWith('/')) return false;
	try {
		return !decodeURIComponent(/** @type {string} */ (url.split('?', 1)[0])).includes('\0');
	} catch {
		return false;
	}
}
