#!/usr/bin/env node
/** The `dateline` command: sets itself up in a clone, then runs the built command line. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureNode, root } from './setup.js';
import { endWith } from './stop.js';

try {
	ensureNode();
	// Installed as a package it comes built, and has no lockfile beside it.
	if (existsSync(join(root, 'package-lock.json'))) {
		await ensureInstalled();
		await ensureBuilt();
	}
} catch (error) {
	endWith(error);
}
// It runs on import, with our process.argv. The path is no literal: the file is there only once built.
await import(new URL('../dist/dateline.js', import.meta.url).href);
