import { copyFileSync, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = 'events.dateline';

/**
 * Copies the columns of dossiers beside their pages: files of any size, which no build should hold in memory. What
 * leads out of a dossier's folder is left out, as the server leaves it out.
 *
 * @param {string} data the folder of dossiers
 * @param {string} site the folder that is served, with a page for each dossier
 */
export function copyEvents(data, site) {
	for (const id of readdirSync(data)) {
		const from = join(data, id, FILE);
		if (!existsSync(join(site, id, 'index.html')) || !existsSync(from)) continue;
		const real = realpathSync(from);
		if (!statSync(real).isFile() || dirname(real) !== realpathSync(join(data, id))) continue;
		copyFileSync(real, join(site, id, FILE));
	}
}
