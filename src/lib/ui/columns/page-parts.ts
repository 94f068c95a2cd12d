import type { ComponentProps, Snippet } from 'svelte';
import type { Note } from '../../core/dossier/note';
import type StaticMap from '../StaticMap.svelte';
import type { Telling } from '../story/opening.svelte';

/** What the page of a dossier hands over whose events are fetched. */
export interface PageParts {
	/** Path under which the app's static files and dossiers stand. */
	base: string;
	notes: readonly Note[];
	/** The dossier's content hash. */
	rev: string;
	/** Days since 1970-01-01. */
	today: number;
	/** The ground of the map's picture, where there is one. */
	drawing: Pick<ComponentProps<typeof StaticMap>, 'ground' | 'opensFor'> | undefined;
	/** What tells a story, where the page was asked for one. */
	telling?: Telling | undefined;
}

/** What the map of such a page is given. */
export interface MapParts {
	scripted: boolean;
	printing: boolean;
	/** Where the chosen event stands, by itself or in a group, in pixels of the map. */
	onlocate: (at: { x: number; y: number } | undefined) => void;
	/** Further tools of the map. */
	tools: Snippet;
}
