import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findTrackingIds, requestKey } from '@harrier/tracking';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadResult, writeLoad } from './write-load.ts';

const LINES = 12_000;

let folder: string;
let result: LoadResult;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-load-'));
  ({ result, files } = await load('first', LINES, 5));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(name: string, lines: number, seed: number) {
  const directory = path.join(folder, name);
  const written = await writeLoad({ lines, seed, directory });
  const texts = readdirSync(directory).map(
    (file) => [file, readFileSync(path.join(directory, file), 'utf8')] as const,
  );
  return { result: written, files: new Map(texts) };
}

const linesOf = (text: string) => text.split('\n').length - 1;

describe('a load of logs', () => {
  it('has exactly as many lines as were asked for', () => {
    expect([...files.values()].map(linesOf).reduce((sum, lines) => sum + lines)).toBe(LINES);
    expect([...files.keys()].sort()).toEqual(result.files);
    expect(result.bytes).toBe([...files.values()].join('').length);
  });

  it('is the same for the same seed, byte by byte, and another for another', async () => {
    const again = await load('again', LINES, 5);
    expect(again.files).toEqual(files);
    const other = await load('other', LINES, 6);
    expect(other.files.get('cpapi-r.log')).not.toBe(files.get('cpapi-r.log'));
  });

  it('keeps each file in the order of its machine’s clock', () => {
    const stamps = [...files.get('ocirouter-r.log')!.matchAll(/^\d\d\/Jan\/2026:([\d:.]+) /gm)].map(
      ([, at]) => at!,
    );
    expect(stamps.length).toBeGreaterThan(50);
    expect(stamps).toEqual([...stamps].sort());
  });

  it('lets a change of fax settings be followed through all machines', () => {
    const ids = (file: string) => findTrackingIds(files.get(file)!).map(({ id }) => requestKey(id));
    const changed = /\[(ATLAS_[^\]]+)\] \S+ - Rx PATCH \S+\/voicemail/.exec(files.get('cpapi-r.log')!)?.[1];
    const [key] = findTrackingIds(changed ?? '').map(({ id }) => requestKey(id));
    for (const file of ['ingress-r.log', 'cpapi-r.log', 'ocirouter-r.log', 'callserver-r.log'])
      expect(ids(file)).toContain(key);
  });

  it('has requests that overlap in one file', () => {
    const threads = [...files.get('cpapi-r.log')!.matchAll(/ \[(ATLAS_\S+)\] \S+ - (Rx|Tx) /g)];
    const open = new Set<string>();
    let most = 0;
    for (const [, id = '', direction] of threads) {
      if (direction === 'Rx') open.add(id);
      else open.delete(id);
      most = Math.max(most, open.size);
    }
    expect(most).toBeGreaterThan(1);
  });
});
