import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { isUndated, PER_DEGREE } from '../../../src/lib/core/columns/columns';
import { formatDay } from '../../../src/lib/core/date/day';
import { syntheticColumns } from '../../synthetic/columns';
import { dictionariesOf, entriesOf, written } from './memory';

const run = promisify(execFile);
const python = await run('python3', ['--version']).then(
	() => true,
	() => false
);

// Without python3 there is nothing to try it with.
it.skipIf(!python)('docs/columns.md reads a file in Python as this reads it', async () => {
	const code = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/columns.md', 'utf8'))?.[1];
	const columns = syntheticColumns(2000, 15);
	const folder = mkdtempSync(join(tmpdir(), 'dateline-python-'));
	try {
		writeFileSync(join(folder, 'read.py'), code as string);
		writeFileSync(
			join(folder, 'events.dateline'),
			await written(entriesOf(columns), dictionariesOf(columns))
		);
		const args = [join(folder, 'read.py'), join(folder, 'events.dateline')];
		const lines = (await run('python3', args)).stdout.trim().split('\n');
		expect(lines).toHaveLength(11);
		lines.slice(0, 10).forEach((line, row) => {
			const [day, type, lon, lat] = line.replace(/[[\],]/g, '').split(' ');
			expect(isUndated(columns, row)).toBe(false);
			expect(day).toBe(formatDay(columns.first[row] as number));
			expect(type).toBe(columns.types[columns.type[row] as number]);
			expect(Number(lon)).toBeCloseTo((columns.lon[row] as number) / PER_DEGREE, 6);
			expect(Number(lat)).toBeCloseTo((columns.lat[row] as number) / PER_DEGREE, 6);
		});
		expect(lines[10]).toContain("'id': 'event-00000000'");
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
