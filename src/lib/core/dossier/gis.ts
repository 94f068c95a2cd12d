/** Fields that hold lists or objects, which a GIS keeps as text. */
const NESTED = new Set([
	'claims',
	'names',
	'country',
	'within',
	'concerns',
	'actors',
	'claim',
	'style'
]);

/**
 * A GeoJSON feature as the format has it, from what a GIS such as QGIS writes: the id among the
 * properties, empty cells as null, lists and objects as JSON text. Anything else stays as it is.
 */
export function fromGis(item: unknown): unknown {
	if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
	const feature = item as { id?: unknown; properties?: unknown };
	if (typeof feature.properties !== 'object' || feature.properties === null) return item;
	const properties: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(feature.properties)) {
		if (value === null) continue;
		properties[key] = NESTED.has(key) ? parsed(value) : value;
	}
	return { ...feature, id: feature.id ?? properties['id'], properties };
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}
