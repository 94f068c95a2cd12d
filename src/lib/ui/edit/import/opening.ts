import type { Draft } from '../../../state/draft/draft.svelte';
import type { Working } from '../../../state/import/table-reader';
import { TableImport } from '../../../state/import/table-import.svelte';

/** An import into a draft, whose tables are read by a worker of its own. */
export function openImport(draft: Draft): TableImport {
	return new TableImport(
		draft,
		() =>
			new Worker(new URL('../../../state/import/table.worker.ts', import.meta.url), {
				type: 'module'
			}) as unknown as Working
	);
}
