import type { DossierHeader } from './schema';

/** What is owed to whoever made a dossier, in phrases without a stop: its attribution, its licence. */
export function owedOn({ attribution, licence }: DossierHeader): string[] {
	return [
		...(attribution ? [attribution.replace(/\.$/, '')] : []),
		...(licence ? [`Licence: ${licence}`] : [])
	];
}
