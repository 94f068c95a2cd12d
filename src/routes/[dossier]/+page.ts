/** What tells a story comes with the page that was asked for one, and with no other. */
export async function load({ data }) {
	const asked = data.dossier.stories.some(({ steps }) => steps.length > 0);
	return { ...data, telling: asked ? await import('$lib/ui/story/telling') : undefined };
}
