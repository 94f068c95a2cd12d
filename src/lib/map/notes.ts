/**
 * What of the author's notes is fetched with the first of them: the layer over the map. What one is read in is
 * fetched when one is opened. It is asked for from here, not from the page, since a page links the styles of
 * everything that it imports itself.
 */
export { default as NoteLayer } from './NoteLayer.svelte';

export async function notePopup() {
	return (await import('./NotePopup.svelte')).default;
}
