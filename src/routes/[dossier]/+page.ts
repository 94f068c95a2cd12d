/** What shows columns comes with the page of a dossier that has them; what tells a story comes with the page that was asked for one, and with no other. */
export async function load({ data }) {
	const showing = data.columns ? await import('$lib/ui/columns/opening') : undefined;
	const asked = data.dossier.stories.some(({ steps }) => steps.length > 0);
	return { ...data, showing, telling: asked ? await import('$lib/ui/story/telling') : undefined };
}
