type Uniform = WebGLUniformLocation | null;

/** The compiled program and where its uniforms are. */
export interface Program {
	readonly program: WebGLProgram;
	at: (name: string) => Uniform;
}

/** @throws Error with the compiler's words where the graphics driver refuses the shaders */
export function compile(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
	const program = gl.createProgram();
	for (const [kind, source] of [
		[gl.VERTEX_SHADER, vertex],
		[gl.FRAGMENT_SHADER, fragment]
	] as const) {
		const shader = gl.createShader(kind);
		if (!shader) throw new Error('The graphics context is lost.');
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		// Freed with the program.
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
		const logs = (gl.getAttachedShaders(program) ?? []).map((shader) =>
			gl.getShaderInfoLog(shader)
		);
		throw new Error(
			`The shaders of the points do not compile: ${[gl.getProgramInfoLog(program), ...logs].join(' ').trim()}`
		);
	}
	const found = new Map<string, Uniform>();
	return {
		program,
		at: (name) => {
			let location = found.get(name);
			if (location === undefined)
				found.set(name, (location = gl.getUniformLocation(program, name)));
			return location;
		}
	};
}
