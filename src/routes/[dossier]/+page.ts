/** What shows columns, or what a server is asked for, comes with the page of a dossier that has them; what tells a story comes with the page that was asked for one, and with no other. */
export async function load({ data }) {
	const columns = data.columns ? await import('$lib/ui/columns/opening') : undefined;
	const asking = data.asked ? await import('$lib/ui/asked/opening') : undefined;
	const asked = data.dossier.stories.some(({ steps }) => steps.length > 0);
	return {
		...data,
		columnsShown: columns,
		askedShown: asking,
		telling: asked ? await import('$lib/ui/story/telling') : undefined
	};
}
