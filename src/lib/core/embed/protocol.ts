import { isTooLong } from '../view/codec';

/** Version of the messages between an embed and the page around it; docs/embedding.md describes them. */
export const PROTOCOL = 1;

/** What the page around an embed may say to it. */
export type ToEmbed =
	/** Asks for `size` and `view`: whoever came after they were sent. */
	| { type: 'hello' }
	/** Keys of a query string that take the place of those that the embed opened with. */
	| { type: 'set'; view: string };

/** What an embed says to the page around it. */
export type FromEmbed =
	/** Pixels that it would like to be high. */
	| { type: 'size'; height: number }
	/** What it shows, at rest. */
	| {
			type: 'view';
			/** The query string. */
			view: string;
			/** Address of the full map with the same view. */
			url: string;
			/** Events shown, and all that there are. */
			shown: number;
			total: number;
	  };

/** A message as it is posted. */
type Posted<T> = T & { dateline: typeof PROTOCOL };

/**
 * A message of the page around an embed; undefined for whatever else is posted to it. Never throws.
 * @param secret from the address' `#?secret=`: WordPress says `ready` with it, which asks what `hello` asks
 */
export function readToEmbed(data: unknown, secret?: string): ToEmbed | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { dateline, type, view, ...others } = data as Record<string, unknown>;
	if (secret !== undefined && others['message'] === 'ready' && others['secret'] === secret)
		return { type: 'hello' };
	if (dateline !== PROTOCOL) return undefined;
	if (type === 'hello') return { type };
	if (type === 'set' && typeof view === 'string' && !isTooLong(view)) return { type, view };
	return undefined;
}

/**
 * The messages that an embed's message goes out as: our own, and for a size those of AMP (`embed-size`,
 * which pym-like scripts read) and WordPress (`height`, with the secret that it gave the frame).
 * @param secret from the address' `#?secret=`; undefined: WordPress is not there
 */
export function posted(message: FromEmbed, secret?: string): object[] {
	const own: Posted<FromEmbed> = { dateline: PROTOCOL, ...message };
	if (message.type !== 'size') return [own];
	const { height } = message;
	return [
		own,
		{ sentinel: 'amp', type: 'embed-size', height },
		...(secret === undefined ? [] : [{ message: 'height', value: height, secret }])
	];
}

/** WordPress' message for a link that shall open in the page around the frame. */
export function linkMessage(url: string, secret: string): object {
	return { message: 'link', value: url, secret };
}

/** The secret that WordPress appends to an embed's address as `#?secret=…`. */
export function secretOf(hash: string): string | undefined {
	return /^#\?secret=([A-Za-z0-9]{1,100})$/.exec(hash)?.[1];
}

/**
 * The query string of what an embed opened with, with a message's keys in place of its own. An empty
 * value takes a key off: `event=` closes the card. In a story it stays, to take off what the step has.
 */
export function withKeys(opened: string, keys: string): string {
	const params = new URLSearchParams(opened);
	for (const [key, value] of new URLSearchParams(keys)) {
		const ofStep = params.has('story') && key !== 'story' && key !== 'step';
		if (value === '' && !ofStep) params.delete(key);
		else params.set(key, value);
	}
	return params.toString();
}
