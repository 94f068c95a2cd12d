import { hasPostgres as isThere, type startServer } from '../../scripts/postgres.js';

export { freePort, isOpen, PASSWORD, startServer, USER, WITHOUT } from '../../scripts/postgres.js';

/** A PostgreSQL of a test's own. */
export type TestServer = Awaited<ReturnType<typeof startServer>>;

export const hasPostgres = isThere();
