import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from '../../scripts/serve/data.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dateline-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
	it('will do with one folder in it, whatever that holds', () => {
		mkdirSync(join(folder, 'a-dossier'));
		expect(() => checkData(folder)).not.toThrow();
	});

	it('must exist', () => {
		expect(() => checkData(join(folder, 'none'))).toThrow('does not exist');
	});

	it('must be a folder', () => {
		writeFileSync(join(folder, 'file'), '');
		expect(() => checkData(join(folder, 'file'))).toThrow('is not a folder');
	});

	it('must hold a folder, where hidden ones such as .git do not count', () => {
		mkdirSync(join(folder, '.git'));
		writeFileSync(join(folder, 'file'), '');
		expect(() => checkData(folder)).toThrow('holds no dossier');
	});

	it('must not be a dossier itself, and is told what to name instead', () => {
		mkdirSync(join(folder, 'mine'));
		writeFileSync(join(folder, 'mine', 'dossier.json'), '{}');
		expect(() => checkData(join(folder, 'mine'))).toThrow(`DATELINE_DATA=${folder}.`);
	});
});
