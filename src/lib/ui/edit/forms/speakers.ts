import { actorsIn, languagesIn } from '../../../core/draft/listed';
import type { JsonObject } from '../../../core/draft/files';
import { nameIn } from '../../../core/place/names';
import type { RecordForm } from './form.svelte';

/** A claim in a line: `Armenia denies: …`. */
export function speaker(form: RecordForm, { by, stance, text }: JsonObject): string {
	const actor = actorsIn(form.files).find(({ id }) => id === by);
	const name = actor ? nameIn(actor.names, languagesIn(form.files).main).name : '';
	const said = [name || by, stance].filter((word) => typeof word === 'string').join(' ');
	return typeof text === 'string' && text ? `${said}: ${text}` : said;
}
