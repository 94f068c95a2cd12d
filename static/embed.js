/**
 * Dateline's embeds in a page: gives their frames the height that they ask for, makes <dateline-map> a
 * frame, and lets links in the text drive a map. No dependency. docs/embedding.md describes it.
 *
 *   <dateline-map src="https://…/a-dossier?from=2021-05-12"></dateline-map>
 *   <a href="https://…" data-dateline="from=2021-05-12&to=2021-05-14&event=…">on 12 May</a>
 *   <script async src="https://…/embed.js"></script>
 */
(() => {
	'use strict';

	/** The version of the messages; others are not read. */
	const PROTOCOL = 1;
	/** Pixels that a frame is at most made high: a page that asks for more is mistaken. */
	const HIGHEST = 4000;
	const LOWEST = 120;
	/** Addresses of embeds on any server of Dateline. */
	const EMBED = /^(.*\/[a-z0-9-]+)\/embed\/?$/;

	const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
	/** Where this script comes from, whose embeds it serves besides those of its own elements. */
	const home = script ? new URL(script.src, location.href).origin : location.origin;
	/** Frames that this script made. @type {WeakSet<HTMLIFrameElement>} */
	const made = new WeakSet();

	/** @param {HTMLIFrameElement} frame */
	function isOurs(frame) {
		if (made.has(frame)) return true;
		try {
			const { origin, pathname } = new URL(frame.src);
			return origin === home && EMBED.test(pathname);
		} catch {
			return false;
		}
	}
	const frames = () => [...document.querySelectorAll('iframe')].filter(isOurs);

	/** @param {HTMLIFrameElement | undefined} frame @param {object} message */
	function post(frame, message) {
		// A sandboxed frame has no origin that could be named; what is said is no secret.
		frame?.contentWindow?.postMessage({ dateline: PROTOCOL, ...message }, '*');
	}

	addEventListener('message', ({ source, origin, data }) => {
		if (!data || data.dateline !== PROTOCOL) return;
		const frame = frames().find(({ contentWindow }) => contentWindow === source);
		if (!frame || (origin !== 'null' && origin !== new URL(frame.src).origin)) return;
		const { type, height } = data;
		if (type === 'size' && Number.isFinite(height) && !frame.hasAttribute('data-fixed'))
			frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, Math.round(height)))}px`;
		else if (type === 'view') {
			const detail = { view: data.view, url: data.url, shown: data.shown, total: data.total };
			const target = frame.closest('dateline-map') ?? frame;
			target.dispatchEvent(new CustomEvent('dateline-view', { detail, bubbles: true }));
		}
	});

	/** Maps on the page by a link's `data-dateline-map`, a selector; without one, the first. @param {Element} link */
	function frameFor(link) {
		const selector = link.getAttribute('data-dateline-map');
		if (!selector) return frames()[0];
		const found = document.querySelector(selector);
		const frame = found?.matches('iframe') ? found : found?.querySelector('iframe');
		return frame && frames().find((own) => own === frame);
	}

	addEventListener('click', (event) => {
		if (event.defaultPrevented || event.button !== 0) return;
		if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		const link = event.target instanceof Element && event.target.closest('[data-dateline]');
		const frame = link && frameFor(link);
		if (!frame) return;
		event.preventDefault();
		post(frame, { type: 'set', view: link.getAttribute('data-dateline') });
		const { top, bottom } = frame.getBoundingClientRect();
		if (bottom < 0 || top > innerHeight) {
			const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
			frame.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
		}
	});

	/** The embed's address for that of a viewer or an embed. @param {string} src */
	function embedAddress(src) {
		const url = new URL(src, location.href);
		if (!/^https?:$/.test(url.protocol))
			throw new TypeError(`<dateline-map>: “${src}” is no web address.`);
		if (!EMBED.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/embed`;
		return url.href;
	}

	class DatelineMap extends HTMLElement {
		static observedAttributes = ['src', 'title', 'width', 'height'];
		/** @type {HTMLIFrameElement | undefined} */
		#frame;

		connectedCallback() {
			this.#draw();
		}
		attributeChangedCallback() {
			if (this.isConnected) this.#draw();
		}

		/** Sets keys of the view, as a link with `data-dateline` does. @param {string} view */
		set(view) {
			post(this.#frame, { type: 'set', view: String(view) });
		}

		#draw() {
			const src = this.getAttribute('src');
			if (!src) return;
			const frame = this.#frame ?? document.createElement('iframe');
			frame.title = this.getAttribute('title') ?? 'Map of events';
			frame.loading = 'lazy';
			frame.referrerPolicy = 'strict-origin-when-cross-origin';
			frame.allowFullscreen = true;
			const asked = this.#side('height');
			// The height that the map has asked for holds until it asks for another.
			const kept = frame.hasAttribute('data-fixed') ? '' : frame.style.height;
			frame.style.cssText = `display:block;border:0;width:${this.#side('width') ?? '100%'};max-width:100%;height:${asked ?? (kept || '480px')}`;
			frame.toggleAttribute('data-fixed', asked !== undefined);
			made.add(frame);
			const address = embedAddress(src);
			if (frame.src !== address) frame.src = address;
			if (this.#frame) return;
			this.#frame = frame;
			this.style.display = 'block';
			// What stood for it until now.
			this.replaceChildren(frame);
		}

		/** @param {string} name */
		#side(name) {
			const value = Number(this.getAttribute(name) ?? NaN);
			return value > 0 ? `${value}px` : undefined;
		}
	}
	if (!customElements.get('dateline-map')) customElements.define('dateline-map', DatelineMap);

	// Frames that were there before this script have spoken already.
	for (const frame of frames()) post(frame, { type: 'hello' });
})();
