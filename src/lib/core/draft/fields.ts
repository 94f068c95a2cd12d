import { isObject } from './files';

/** `properties.claims[2].text` → `properties`, `claims`, 2, `text`. */
export function stepsOf(path: string): (string | number)[] {
	return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, number]) =>
		number === undefined ? (name ?? '') : Number(number)
	);
}

/** The value at a path of a record, as notes of the check name it; undefined where there is none. */
export function fieldIn(record: unknown, path: string): unknown {
	let value = record;
	for (const step of stepsOf(path)) {
		if (typeof step === 'number' ? !Array.isArray(value) : !isObject(value)) return undefined;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

/**
 * A record with another value at a path, the rest of it the same objects as before. What lies on the way and
 * is not there is made; undefined takes a member off, and an item out of its list.
 */
export function withField(record: unknown, path: string, value: unknown): unknown {
	return changed(record, stepsOf(path), value);
}

function changed(record: unknown, steps: readonly (string | number)[], value: unknown): unknown {
	const [step, ...rest] = steps;
	if (step === undefined) return value;
	if (typeof step === 'number') {
		const list = Array.isArray(record) ? [...(record as unknown[])] : [];
		const inner = changed(list[step], rest, value);
		if (inner === undefined) list.splice(step, 1);
		else list[step] = inner;
		return list;
	}
	const object = isObject(record) ? record : {};
	const inner = changed(object[step], rest, value);
	if (inner !== undefined) return { ...object, [step]: inner };
	return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
}
