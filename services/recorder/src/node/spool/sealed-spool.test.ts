import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SealedSpool } from './sealed-spool.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'harrier-spool-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Two megabytes in which every place is different. */
const bytes = Buffer.alloc(2 * 1024 * 1024);
for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(at, at);

function filled(memoryBytes: number): SealedSpool {
  const spool = new SealedSpool({ memoryBytes, directory });
  for (let from = 0; from < bytes.length; from += 100_003) spool.put(bytes.subarray(from, from + 100_003));
  return spool;
}

it.each([0, 600_000, 10_000_000])('gives back what was put, with %i bytes of memory', async (memoryBytes) => {
  const spool = filled(memoryBytes);
  expect(spool.sizeBytes).toBe(bytes.length);
  expect(Buffer.from(await spool.read(0, bytes.length)).equals(bytes)).toBe(true);
  for (const [offset, length] of [
    [262_140, 10],
    [1_999_999, 100],
    [bytes.length - 3, 10],
  ] as const)
    expect(Buffer.from(await spool.read(offset, length))).toEqual(bytes.subarray(offset, offset + length));
  await spool.close();
});

it('leaves no name on the disk where the system lets it, and nothing at all when it is closed', async () => {
  const spool = filled(0);
  if (process.platform !== 'win32') expect(readdirSync(directory)).toEqual([]);
  await spool.close();
  expect(readdirSync(directory)).toEqual([]);
});

it.skipIf(process.platform !== 'linux')('writes noise, not what was put', async () => {
  const secret = Buffer.from(crypto.randomUUID());
  const spool = new SealedSpool({ memoryBytes: 0, directory });
  for (let times = 0; times < 20_000; times++) spool.put(secret);
  // The file has no name any more; the process still holds it.
  const held = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = `/proc/self/fd/${fd}`;
      // Reading a pipe would wait for ever.
      return statSync(file).isFile() && statSync(file).size >= 512 * 1024 ? [readFileSync(file)] : [];
    } catch {
      return [];
    }
  });
  expect(held.length).toBeGreaterThan(0);
  expect(held.some((content) => content.includes(secret))).toBe(false);
  await spool.close();
});
