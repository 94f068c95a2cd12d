import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '../../scripts/serve/config.js';
import { readOptions } from '../../scripts/serve/options.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(env, '/project');
const faultOf = (env: NodeJS.ProcessEnv) => {
	try {
		read(env);
	} catch (error) {
		return error;
	}
	return undefined;
};

describe('the settings of the server', () => {
	it('are those of the documentation where none are given, or empty ones', () => {
		const defaults = {
			host: '127.0.0.1',
			port: 3000,
			origin: undefined,
			data: '/project/geodata',
			database: false,
			edit: false
		};
		expect(read({})).toEqual(defaults);
		expect(read({ PORT: '', HOST: '', ORIGIN: '', DATELINE_DATA: '' })).toEqual(defaults);
	});

	it('take a data folder from where the command is given', () => {
		expect(read({ DATELINE_DATA: 'mine' }).data).toBe(resolve('mine'));
	});

	it('take a database beside a folder, or instead of one, and keep its address to themselves', () => {
		const DATELINE_DATABASE = 'postgres://user:secret@host/events';
		expect(read({ DATELINE_DATABASE })).toMatchObject({ data: undefined, database: true });
		expect(read({ DATELINE_DATABASE, DATELINE_DATA: 'mine' })).toMatchObject({
			data: resolve('mine'),
			database: true
		});
		expect(JSON.stringify(read({ DATELINE_DATABASE }))).not.toContain('secret');
	});

	it.each(['mysql://user:secret@host/events', 'secret', 'postgres:events'])(
		'refuse a database of another kind, without saying its address',
		(DATELINE_DATABASE) => {
			const fault = faultOf({ DATELINE_DATABASE });
			expect(fault).toMatchObject({
				exitCode: 2,
				message: expect.stringContaining('DATELINE_DATABASE must be')
			});
			expect(String(fault)).not.toContain('secret');
		}
	);

	it('refuse to edit what is no folder', () => {
		const env = { DATELINE_DATABASE: 'postgres://host/events' };
		expect(() => readConfig(env, '/project', { edit: true })).toThrow(/--edit/);
	});

	it.each(['abc', '-1', '65536', '3000x', '1e3', ' 80'])('refuse PORT=%s', (PORT) => {
		expect(faultOf({ PORT })).toMatchObject({
			exitCode: 2,
			message: expect.stringContaining(`"${PORT}"`)
		});
	});

	it.each([
		['https://maps.example.org', 'https://maps.example.org'],
		['https://maps.example.org/', 'https://maps.example.org'],
		['http://192.168.1.7:3000', 'http://192.168.1.7:3000']
	])('take ORIGIN=%s', (ORIGIN, origin) => {
		expect(read({ ORIGIN }).origin).toBe(origin);
	});

	it.each([
		'maps.example.org',
		'ftp://maps.example.org',
		'https://maps.example.org/path',
		'https://maps.example.org?q',
		'https://user@maps.example.org',
		'javascript:alert(1)'
	])('refuse ORIGIN=%s', (ORIGIN) => {
		expect(faultOf({ ORIGIN })).toMatchObject({
			exitCode: 2,
			message: expect.stringContaining('ORIGIN must be')
		});
	});

	it('ask for an ORIGIN where others can reach the server', () => {
		expect(faultOf({ HOST: '0.0.0.0' })).toMatchObject({
			exitCode: 2,
			message: expect.stringContaining('set ORIGIN')
		});
		expect(read({ HOST: '0.0.0.0', ORIGIN: 'https://maps.example.org' }).host).toBe('0.0.0.0');
	});
});

describe('--edit', () => {
	const editing = (env: NodeJS.ProcessEnv) => readConfig(env, '/project', { edit: true });

	it('is for this machine alone', () => {
		expect(editing({}).edit).toBe(true);
		expect(editing({ HOST: '::1' }).edit).toBe(true);
		for (const env of [
			{ ORIGIN: 'https://maps.example.org' },
			{ ORIGIN: 'http://localhost:3000' },
			{ ORIGIN: 'http://localhost:3000', HOST: '0.0.0.0' }
		])
			expect(() => editing(env)).toThrow(
				expect.objectContaining({
					exitCode: 2,
					message: expect.stringContaining('leave out HOST and ORIGIN') as string
				})
			);
	});

	it('is an option of the command line, and one that is none is told of', () => {
		expect(readOptions(['--edit'])).toEqual({ edit: true });
		expect(readOptions([])).toEqual({ edit: false });
		for (const args of [['--edti'], ['edit'], ['--edit=no']])
			expect(() => readOptions(args)).toThrow(
				expect.objectContaining({
					exitCode: 2,
					message: expect.stringContaining('Usage: npm start') as string
				})
			);
	});
});

describe('a loopback host', () => {
	it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.255', '::1', '[::1]'])(
		'is %s',
		(host) => {
			expect(isLoopback(host)).toBe(true);
		}
	);

	it.each(['', '0.0.0.0', '127.0.0.1.example.org', 'localhost.example.org', '127.0.0.256', '::'])(
		'is not "%s"',
		(host) => {
			expect(isLoopback(host)).toBe(false);
		}
	);
});
