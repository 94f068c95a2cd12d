import { STATIC } from '$lib/core/hosting';

// A folder's index.html is what every web server and bucket answers an address with.
export const trailingSlash = STATIC ? 'always' : 'never';
export const prerender = STATIC;
