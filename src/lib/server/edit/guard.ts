import { Refused } from './refused';

/** What decides whether a request may write, as the server has it. */
export interface Asking {
	/** Whether the server was started with `--edit`. */
	editing: boolean;
	/** The other end's address, of the connection itself. */
	address: string;
	/** `http:` or `https:`, as the server is reached. */
	scheme: string;
	headers: Headers;
}

/** Whether a page from this request's address could save: what it shows depends on it, and nothing else. */
export function mayEdit({ editing, address, headers }: Omit<Asking, 'scheme'>): boolean {
	return editing && isLoopbackAddress(address) && isLoopbackHost(headers.get('host') ?? '');
}

/**
 * Lets a request through that comes from a page of this very server, opened on this very machine.
 * What a browser says of itself cannot be forged by a page in it: so another site's page, and one whose
 * name was pointed at this machine, are told apart from ours.
 * @throws {Refused} 403 or 415, on any other
 */
export function admitSave(asking: Asking): void {
	const { editing, headers, scheme } = asking;
	if (!editing)
		throw new Refused(
			403,
			'This server writes nothing: stop it, and start it with npm start -- --edit to let it write into your folder.'
		);
	if (!mayEdit(asking))
		throw new Refused(
			403,
			'Only a page opened on this machine, as localhost or 127.0.0.1, may write into the folder.'
		);
	if (headers.get('origin') !== `${scheme}//${headers.get('host')}`.toLowerCase())
		throw new Refused(403, 'Only a page of this server itself may write into the folder.');
	if ((headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
		throw new Refused(403, 'Only a page of this server itself may write into the folder.');
	const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
	if (type !== 'application/json')
		throw new Refused(415, 'What is to be written comes as application/json.');
}

function isLoopbackHost(host: string): boolean {
	const name = /^(.+?)(?::\d{1,5})?$/.exec(host)?.[1] ?? '';
	return /^(localhost|\[::1\])$/i.test(name) || isLoopbackV4(name);
}

/** Sockets that take IPv4 and IPv6 alike write the one as the other. */
function isLoopbackAddress(address: string): boolean {
	return address === '::1' || isLoopbackV4(address.replace(/^::ffff:/i, ''));
}

function isLoopbackV4(text: string): boolean {
	return /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(text);
}
