/** What a context was told, in order: the name of each call and what it was given. */
export type Told = [name: string, ...given: unknown[]];

/** A WebGL 2 context that draws nothing and writes down what it is told. */
export function fakeGl() {
	const told: Told[] = [];
	let lost = false;
	let made = 0;
	let isPending = false;
	const canvas = {
		width: 0,
		height: 0,
		style: {} as Record<string, string>,
		...heard(),
		getContext: (kind: string) => (kind === 'webgl2' ? gl : null)
	};
	const answers: Record<string, (...given: unknown[]) => unknown> = {
		isContextLost: () => lost,
		getProgramParameter: () => true,
		getUniformLocation: (_, name) => name,
		fenceSync: () => ({}),
		getSyncParameter: () => (isPending ? 'UNSIGNALED' : 'SIGNALED'),
		...Object.fromEntries(
			['createProgram', 'createShader', 'createBuffer', 'createVertexArray'].map((name) => [
				name,
				() => ({ name, number: ++made })
			])
		)
	};
	const gl = new Proxy(
		{},
		{
			get: (_, name: string) => {
				if (name === 'canvas') return canvas;
				if (name === name.toUpperCase()) return name;
				return (...given: unknown[]) => {
					told.push([name, ...given]);
					return answers[name]?.(...given);
				};
			}
		}
	) as WebGL2RenderingContext;
	return {
		gl,
		canvas: canvas as unknown as HTMLCanvasElement,
		told,
		of: (name: string) => told.filter(([its]) => its === name).map(([, ...given]) => given),
		forget: () => told.splice(0),
		/** From now on the graphics are done with nothing. */
		pend: () => (isPending = true),
		lose: () => {
			lost = true;
			return canvas.fire('webglcontextlost');
		},
		restore: () => {
			lost = false;
			return canvas.fire('webglcontextrestored');
		},
		listeners: () => canvas.count()
	};
}

function heard() {
	const listeners = new Map<string, (event: Event) => void>();
	return {
		addEventListener: (name: string, listener: (event: Event) => void) =>
			void listeners.set(name, listener),
		removeEventListener: (name: string) => void listeners.delete(name),
		/** @returns whether the default was prevented */
		fire: (name: string) => {
			let prevented = false;
			listeners.get(name)?.({ preventDefault: () => (prevented = true) } as unknown as Event);
			return prevented;
		},
		count: () => listeners.size
	};
}
