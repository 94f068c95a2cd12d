/**
 * What makes an embed, fetched when it is asked for. The page asks for it by way of this file: the styles of
 * everything that a page imports itself, at whatever time, are linked in it.
 */
export async function embedDialog() {
	return (await import('./EmbedDialog.svelte')).default;
}
