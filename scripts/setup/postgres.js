import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian puts the programs of each version. */
const PROGRAMS = '/usr/lib/postgresql';
const EXTENSIONS = '/usr/share/postgresql';

/** @returns {string | undefined} the folder of PostgreSQL's programs, where PostGIS is there, too; the newest */
export function postgresPrograms() {
	if (!existsSync(PROGRAMS)) return undefined;
	return readdirSync(PROGRAMS)
		.sort((a, b) => Number(b) - Number(a))
		.filter((version) => existsSync(join(EXTENSIONS, version, 'extension/postgis.control')))
		.map((version) => join(PROGRAMS, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'initdb')));
}

/** Whether a test can start a PostgreSQL of its own. */
export const hasPostgres = () => postgresPrograms() !== undefined;
