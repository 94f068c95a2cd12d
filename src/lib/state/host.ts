import {
	linkMessage,
	posted,
	readToEmbed,
	secretOf,
	type FromEmbed,
	type ToEmbed
} from '../core/embed/protocol';

/** What of a window the conversation with the page around it needs. */
export interface Frame {
	parent: { postMessage(message: unknown, target: string): void };
	location: { hash: string };
	/** `null` in a sandboxed frame, which has no origin of its own. */
	origin: string;
	addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
	removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The page around an embed: what it asks for, and what it is told. */
export class Host {
	readonly #frame: Frame;
	readonly #secret: string | undefined;
	#listener: ((event: MessageEvent) => void) | undefined;
	#told = new Map<FromEmbed['type'], string>();

	constructor(frame: Frame) {
		this.#frame = frame;
		this.#secret = secretOf(frame.location.hash);
	}

	/** Whether there is a page around. */
	get framed(): boolean {
		return this.#frame.parent !== (this.#frame as unknown);
	}

	/** Links that leave the frame are dead: the sandbox lets none out. */
	get sandboxed(): boolean {
		return this.framed && this.#frame.origin === 'null';
	}

	/** Hears what the page around asks for, and nobody else. */
	listen(heard: (message: ToEmbed) => void): void {
		this.#listener = ({ source, data }) => {
			if (!this.framed || source !== (this.#frame.parent as unknown)) return;
			const message = readToEmbed(data, this.#secret);
			if (message?.type === 'hello') this.#told.clear();
			if (message) heard(message);
		};
		this.#frame.addEventListener('message', this.#listener);
	}

	/** Tells it what it does not know yet. Nothing in it is secret: whoever frames an embed may read it. */
	tell(message: FromEmbed): void {
		const text = JSON.stringify(message);
		if (!this.framed || this.#told.get(message.type) === text) return;
		this.#told.set(message.type, text);
		for (const item of posted(message, this.#secret)) this.#frame.parent.postMessage(item, '*');
	}

	/**
	 * Asks WordPress to open an address in its own page.
	 * @returns whether WordPress is there; it opens addresses of the embed's own server only
	 */
	open(url: string): boolean {
		if (!this.framed || this.#secret === undefined) return false;
		this.#frame.parent.postMessage(linkMessage(url, this.#secret), '*');
		return true;
	}

	leave(): void {
		if (this.#listener) this.#frame.removeEventListener('message', this.#listener);
	}
}
