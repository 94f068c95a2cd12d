/** How exactly the sources place an event, from the finest to the coarsest. */
export const PRECISIONS = [
	'exact',
	'near',
	'district',
	'province',
	'region',
	'country',
	'unknown'
] as const;
