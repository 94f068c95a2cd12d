import { putting, type Edit } from '../../../core/draft/changes';
import { languagesIn, placesIn, type ListedPlace } from '../../../core/draft/listed';
import { newPlace } from '../../../core/draft/new-record';
import { finderOf, type Finder } from '../../../core/place/finder';
import { nameIn } from '../../../core/place/names';
import type { Choice } from './Combobox.svelte';
import type { RecordForm } from './form.svelte';

/** What is done with a place that was chosen; with it the edit that makes it, where it is new. */
export type Placed = (id: string | undefined, also: readonly Edit[]) => void;

const finders = new WeakMap<readonly ListedPlace[], Finder>();

/** The name of a place as a form shows it; its id where it has none. */
export function placeName(form: RecordForm, id: string): string {
	const place = placesIn(form.files).find((place) => place.id === id);
	return place ? nameOf(form, place) : id;
}

function nameOf(form: RecordForm, { id, names }: ListedPlace): string {
	return nameIn(names, languagesIn(form.files).main).name || id;
}

/**
 * The dossier's places by any of their names, and a new one of the name that was typed.
 * @param leave ids that are not offered
 */
export function placeChoices(
	form: RecordForm,
	typed: string,
	placed: Placed,
	leave: readonly string[] = []
): Choice[] {
	const places = placesIn(form.files);
	let find = finders.get(places);
	if (!find) finders.set(places, (find = finderOf(places)));
	const byId = new Map(places.map((place) => [place.id, place]));
	const found = find(typed).flatMap((id): Choice[] => {
		const place = byId.get(id);
		if (!place || leave.includes(id)) return [];
		const label = nameOf(form, place);
		const others = Object.values(place.names)
			.flat()
			.filter((name) => name !== label);
		const hint = [place.kind, ...new Set(others)].filter(Boolean).slice(0, 4).join(' · ');
		return [{ key: id, label, hint, choose: () => placed(id, []) }];
	});
	return typed.trim() === '' ? found : [...found, newChoice(form, typed.trim(), placed)];
}

function newChoice(form: RecordForm, name: string, placed: Placed): Choice {
	return {
		key: '+',
		label: `New place “${name}”`,
		choose: () => {
			const { file, id, record } = newPlace(form.files, name, languagesIn(form.files).main);
			placed(id, [putting(form.files, file, id, record)]);
			form.say(`${name} is a new place of the dossier. Its form asks for the rest.`);
		}
	};
}
