import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * What a renderer's process does: SVG in, PNG out. It is a process of its own since the renderer is native
 * code that ends its process where it breaks off; a picture that breaks it fails alone.
 */
const PROGRAM = `
const { Resvg } = require(process.argv[1]);
process.on('message', ({ svg, scale }) => {
	try {
		const options = { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: scale } };
		process.send({ png: new Resvg(svg, options).render().asPng() });
	} catch (error) {
		process.send({ problem: String(error) });
	}
});
process.on('disconnect', () => process.exit());
`;

/** Milliseconds that one picture may take, and after which a process without work ends. */
const PATIENCE = 20_000;
const IDLE = 120_000;
/** Processes at most; more wait their turn in the queue before. */
const MOST = 4;

interface Answer {
	png?: Uint8Array;
	problem?: string;
}

interface Job {
	done: (png: Uint8Array) => void;
	failed: (reason: Error) => void;
}

/** One process, and what it is at. */
class Renderer {
	readonly #child: ChildProcess;
	#job: Job | undefined;
	#timer: NodeJS.Timeout | undefined;
	/** No picture is handed to it any more; it may be a while until its process is gone. */
	ended = false;

	constructor() {
		const resvg = createRequire(import.meta.url).resolve('@resvg/resvg-js');
		this.#child = spawn(process.execPath, ['--input-type=commonjs', '-e', PROGRAM, resvg], {
			stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
			serialization: 'advanced',
			// Nothing that was said to our own process.
			env: {}
		});
		this.#child.on('message', (answer) => this.#answer(answer as Answer));
		this.#child.on('error', () => this.#end());
		this.#child.on('exit', () => this.#end());
		this.#rest();
	}

	get free(): boolean {
		return !this.ended && this.#job === undefined;
	}

	render(svg: string, scale: number): Promise<Uint8Array> {
		return new Promise((done, failed) => {
			this.#job = { done, failed };
			this.#child.ref();
			this.#child.channel?.ref();
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#kill('SIGKILL'), PATIENCE);
			this.#child.send({ svg, scale }, (error) => {
				if (error) this.#kill('SIGKILL');
			});
		});
	}

	#answer({ png, problem }: Answer): void {
		const job = this.#job;
		this.#job = undefined;
		this.#rest();
		if (png) job?.done(png);
		else job?.failed(new Error(`The picture could not be rendered: ${problem}`));
	}

	/** Holds up nobody's end, and ends by itself. */
	#rest(): void {
		clearTimeout(this.#timer);
		this.#child.unref();
		this.#child.channel?.unref();
		this.#timer = setTimeout(() => this.#kill('SIGTERM'), IDLE).unref();
	}

	#kill(signal: NodeJS.Signals): void {
		this.ended = true;
		this.#child.kill(signal);
	}

	#end(): void {
		this.ended = true;
		clearTimeout(this.#timer);
		this.#job?.failed(new Error('The renderer broke off at a picture.'));
		this.#job = undefined;
	}
}

let renderers: Renderer[] = [];

/** An SVG without text or outer files as PNG. Throws where the renderer does not get through it. */
export function rendered(svg: string, scale: number): Promise<Uint8Array> {
	renderers = renderers.filter(({ ended }) => !ended);
	let free = renderers.find((renderer) => renderer.free);
	if (!free) {
		if (renderers.length >= MOST) throw new Error('Every renderer is at work.');
		free = new Renderer();
		renderers.push(free);
	}
	return free.render(svg, scale);
}
