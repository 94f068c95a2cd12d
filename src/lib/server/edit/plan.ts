import { DOSSIER_FILES, type DossierFile } from '../../core/dossier/check';
import { unionOf } from './union';

/** One file, to be put in the place of the one that is there. */
export interface Step {
	name: DossierFile;
	text: string;
}

/**
 * In which order files are written, so that whatever a file names is there at every moment between.
 * `DOSSIER_FILES` names each file after those whose ids it names: written in that order, what is new is
 * there before it is named. What is to go stays until nothing names it any more: a file that loses records is
 * first written with its old ones too, and once more without them after all that come later, the last first.
 *
 * @param before texts as they stand in the folder
 * @param after texts to be written, each another than the one that stands there
 */
export function planSave(
	before: Partial<Record<DossierFile, string>>,
	after: Partial<Record<DossierFile, string>>
): Step[] {
	const names = DOSSIER_FILES.filter((name) => after[name] !== undefined);
	const first: Step[] = [];
	const last: Step[] = [];
	for (const [index, name] of names.entries()) {
		const text = after[name] as string;
		const old = before[name];
		// Nothing that is written after the last one could still name what it loses.
		const union =
			old === undefined || index === names.length - 1 ? undefined : unionOf(name, old, text);
		first.push({ name, text: union ?? text });
		if (union !== undefined) last.unshift({ name, text });
	}
	return [...first, ...last];
}
