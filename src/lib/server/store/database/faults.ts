import { StoreAway } from '../../../core/store/store';

/** Something is wrong with the database that does not pass by itself: somebody has to act. It says what, and no secrets. */
export class DatabaseFault extends Error {
	override readonly name = 'DatabaseFault';
}

/** What the driver's errors and those of Node have that says what happened. */
interface Failure {
	code?: unknown;
	message?: unknown;
	errors?: unknown;
}

type Words = (place: string) => string;
interface Meaning {
	/** By itself, or once whoever runs the server has seen to it. */
	passes: boolean;
	words: Words;
}

const away = (words: Words): Meaning => ({ passes: true, words });
const wrong = (words: Words): Meaning => ({ passes: false, words });

const NO_ANSWER = away(
	(place) =>
		`The database ${place} does not answer: its server is down, or cannot be reached from here.`
);
const LOST = away((place) => `The connection to the database ${place} was lost.`);
const STARTING = away((place) => `The database ${place} is starting or shutting down.`);
const PASSWORD = wrong(
	(place) => `The database ${place} refused the user or the password of its address.`
);
const FULL = away((place) => `The disk of the database ${place} is full.`);
const READ_ONLY = wrong(
	(place) =>
		`The database ${place} can only be read: it is a replica, or set to be read only. Give the address of the server that takes changes.`
);
export const NO_SCHEMA = wrong(
	(place) =>
		`The database ${place} has no tables of Dateline: make them with dateline database init.`
);
export const OLD_SCHEMA = wrong(
	(place) =>
		`The tables in the database ${place} are of an older version of Dateline: bring them up to date with dateline database upgrade.`
);
export const NEW_SCHEMA = wrong(
	(place) =>
		`The tables in the database ${place} are of a newer version of Dateline than this one: update Dateline here.`
);
export const NO_POSTGIS = wrong(
	(place) =>
		`The database ${place} has no PostGIS: install it on its server (Debian: apt-get install postgresql-15-postgis-3), then dateline database init.`
);

/** By the code of Node or of the driver. */
const CODES: Record<string, Meaning> = {
	ECONNREFUSED: NO_ANSWER,
	EHOSTUNREACH: NO_ANSWER,
	ENETUNREACH: NO_ANSWER,
	EHOSTDOWN: NO_ANSWER,
	ETIMEDOUT: NO_ANSWER,
	CONNECT_TIMEOUT: NO_ANSWER,
	// A socket of the file system that is not there.
	ENOENT: NO_ANSWER,
	ENOTFOUND: away((place) => `The host of the database ${place} is not known here.`),
	EAI_AGAIN: away(
		(place) => `The host of the database ${place} cannot be looked up at the moment.`
	),
	ECONNRESET: LOST,
	EPIPE: LOST,
	CONNECTION_CLOSED: LOST,
	CONNECTION_DESTROYED: LOST,
	CONNECTION_ENDED: LOST
};

/** By the SQLSTATE, or by the first two signs of it (PostgreSQL 15, appendix A). */
const STATES: Record<string, Meaning> = {
	'08': LOST,
	'28': PASSWORD,
	'53': away((place) => `The server of the database ${place} is short of resources.`),
	'57': STARTING,
	'58': away((place) => `The server of the database ${place} cannot read or write its files.`),
	'3D000': wrong(
		(place) => `There is no database ${place}: make it with createdb, or correct its name.`
	),
	'25006': READ_ONLY,
	'53100': FULL,
	'53200': away(
		(place) => `The server of the database ${place} is out of memory, or of room for locks.`
	),
	'53300': away((place) => `The database ${place} has too many connections at the moment.`),
	'57014': away((place) => `The database ${place} took longer than it may for one question.`),
	'55P03': away((place) => `The database ${place} is busy with a change.`),
	'40001': away((place) => `The database ${place} is busy with a change.`),
	'40P01': away((place) => `The database ${place} is busy with a change.`),
	'42501': wrong((place) => `The user of the address may not do this in the database ${place}.`),
	'42P01': NO_SCHEMA,
	'3F000': NO_SCHEMA,
	'42703': OLD_SCHEMA,
	'42883': OLD_SCHEMA,
	XX001: wrong((place) => `Data of the database ${place} are damaged.`),
	XX002: wrong((place) => `Data of the database ${place} are damaged.`)
};

/**
 * Any failure of a database in one sentence: a StoreAway where it may pass, else a DatabaseFault. Nothing of the
 * failure itself comes along – it may hold texts of statements – but its code. What has no code is no failure of the
 * database, and is given back as it is.
 * @param place what `placeOf` gives
 */
export function faultOf(failure: unknown, place: string): Error {
	if (failure instanceof StoreAway || failure instanceof DatabaseFault) return failure;
	const { code, message, errors } = Object(failure) as Failure;
	// A host of several addresses: each has its own.
	if (code === undefined && Array.isArray(errors) && errors.length > 0)
		return faultOf(errors[0], place);
	if (typeof code !== 'string')
		return failure instanceof Error ? failure : new Error(String(failure));
	const { passes, words } = meaningOf(code, typeof message === 'string' ? message : '');
	const fault = passes ? new StoreAway(words(place)) : new DatabaseFault(words(place));
	return Object.assign(fault, { code });
}

/** @param message of the server, in which it names what it lacks */
function meaningOf(code: string, message: string): Meaning {
	const own = CODES[code];
	if (own) return own;
	if (isOfPostgis(code, message)) return NO_POSTGIS;
	if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(code))
		return wrong(
			(place) =>
				`The certificate of the server of the database ${place} cannot be trusted (${code}).`
		);
	if (code.startsWith('SASL')) return PASSWORD;
	return (
		STATES[code] ??
		STATES[code.slice(0, 2)] ??
		wrong((place) => `The database ${place} could not do what was asked of it (${code}).`)
	);
}

function isOfPostgis(code: string, message: string): boolean {
	if (code === '42704' || code === '42883') return /\b(geometry|postgis|st_\w+)\b/i.test(message);
	return (code === '0A000' || code === '58P01') && /postgis/i.test(message);
}
