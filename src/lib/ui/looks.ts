import type { DossierEvent } from '../core/dossier/dossier';
import type { Look } from '../core/picture/stack-mark';
import { shapeOf, variantOf } from '../core/picture/symbols';
import type { Viewer } from '../state/viewer.svelte';
import type { TimelineEvent } from '../timeline/bins';

/** How the symbol of each event of the viewer's dossier looks. */
export function looksOf(viewer: Viewer): (event: DossierEvent) => Look {
	const looks = new Map(
		viewer.dossier.events.map((event) => {
			const type = viewer.typeOf(event);
			const variant = variantOf(viewer.statusOf(event));
			return [event, { role: type.role, shape: shapeOf(type), variant }];
		})
	);
	return (event) => looks.get(event) as Look;
}

/** What the timeline draws: everything that passes the filters, whatever its date. */
export function timelineEvents(viewer: Viewer): TimelineEvent[] {
	return viewer.candidates.map((event) => {
		const type = viewer.typeOf(event);
		const { id, title, when } = event;
		return { id, title, when, role: type.role, shape: shapeOf(type) };
	});
}
