import { outlined } from '../../core/picture/outline';
import { toSvg, type Scene } from '../../core/picture/scene';
import type { MapTokens } from '../../core/picture/tokens';
import { embedded } from './images';
import { outlines } from './outlines';
import { rendered } from './renderer';

/**
 * A picture as PNG. Its texts go to the renderer as outlines: so they are lettered in the shipped fonts
 * whatever the machine has, and a long list costs a tenth of what the renderer's own lettering would.
 */
export async function toPng(scene: Scene, tokens: MapTokens, scale: number): Promise<Uint8Array> {
	const nodes = outlined(await embedded(scene.nodes, scene), outlines);
	return rendered(toSvg({ ...scene, nodes }, tokens), scale);
}
