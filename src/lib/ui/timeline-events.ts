import { shapeOf } from '../core/picture/symbols';
import type { Viewer } from '../state/viewer.svelte';
import type { TimelineEvent } from '../timeline/bins';

/** What the timeline draws: everything that passes the filters, whatever its date. */
export function timelineEvents(viewer: Viewer): TimelineEvent[] {
	return viewer.candidates.map((event) => {
		const type = viewer.typeOf(event);
		const { id, title, when } = event;
		return { id, title, when, role: type.role, shape: shapeOf(type) };
	});
}
