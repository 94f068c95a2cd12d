import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BYTES, tooLong } from '../lib/core/ingest/read/unreadable';

/** The bytes of a file, or of standard input for `-`; a sentence where they cannot be had, or are too many. */
export async function bytesOf(file: string): Promise<Uint8Array | string> {
	if (file === '-') return drain(process.stdin, 'Standard input');
	try {
		const handle = await open(file);
		try {
			const found = await handle.stat();
			if (found.isDirectory())
				return `${file} is a folder: give its articles with --batch ${file}.`;
			// Some files, as those of /proc and pipes, say that they are empty.
			if (found.size > MAX_BYTES) return tooLong(file, found.size, MAX_BYTES, 'bytes').message;
			return await drain(handle.createReadStream({ autoClose: false }), file);
		} finally {
			await handle.close();
		}
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		return code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`;
	}
}

async function drain(stream: AsyncIterable<unknown>, name: string): Promise<Uint8Array | string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
		size += bytes.byteLength;
		if (size > MAX_BYTES) return tooLong(name, size, MAX_BYTES, 'bytes or more').message;
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

/** The articles of a folder, sorted by name; a sentence where there are none. */
export async function articlesIn(folder: string): Promise<string[] | string> {
	try {
		const found = (await readdir(folder, { withFileTypes: true }))
			.filter((entry) => !entry.isDirectory() && /\.(txt|html?)$/i.test(entry.name))
			.map(({ name }) => name)
			.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
		if (found.length === 0) return `${folder} holds no .txt, .html or .htm file.`;
		return found.map((name) => join(folder, name));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		return `${folder} is no folder that can be read (${code}); give a folder of articles.`;
	}
}
