import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atFirstByte, type ReaderState } from '../reader-state.ts';
import type { JsonWalker } from './token-columns.ts';
import { TypeScriptWalker } from './typescript-walker.ts';
import { theWalker } from './wasm-walker.ts';

const looker = { id: Symbol(), flagsOf: () => 0 };

/** All that a walker tells of a text, cut at an offset where it may be cut. */
function told(walker: JsonWalker, json: string, start = atFirstByte): unknown {
  walker.read(new TextEncoder().encode(json), start, looker);
  const columns = walker.columns;
  const { count, keyCount, frameCount, openCount, logKeyCount } = columns;
  const numbers = (column: Int32Array | Uint8Array, length: number): number[] => [
    ...column.subarray(0, length),
  ];
  return {
    tokens: [
      columns.kinds,
      columns.starts,
      columns.ends,
      columns.frames,
      columns.positions,
      columns.keys,
    ].map((column) => numbers(column, count)),
    keys: [columns.keyStarts, columns.keyEnds].map((column) => numbers(column, keyCount)),
    frames: [
      columns.frameParents,
      columns.frameKeys,
      columns.framePositions,
      columns.frameAreArrays,
      columns.frameNames,
      columns.frameMimeTypes,
      columns.frameEncodings,
    ].map((column) => numbers(column, frameCount)),
    open: [columns.openFrames, columns.openNext].map((column) => numbers(column, openCount)),
    logKeys: numbers(columns.logKeys, logKeyCount),
    rest: [columns.floor, columns.pendingKey, columns.expectsKey, columns.logBrace],
  };
}

/** What is open in front of an entry, with more in front of it. */
const insideEntries: ReaderState = {
  open: [
    { key: '', position: -1, isArray: false, name: undefined, next: 0 },
    { key: 'log', position: -1, isArray: false, name: 'a "name"', next: 0 },
    { key: 'entries', position: -1, isArray: true, name: undefined, next: 7 },
  ],
  pendingKey: '',
  expectsKey: false,
};

describe('walkers over JSON', () => {
  const wasm = theWalker();
  const typescript = new TypeScriptWalker();

  it('tell the same, whatever the JSON and however it is written', () => {
    expect(wasm).not.toBeInstanceOf(TypeScriptWalker);
    const words = fc.constantFrom('name', 'value', 'mimeType', 'encoding', 'log', '_harrier', 'text', '');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(words, fc.string()), tie('tree'), { maxKeys: 5 }),
      ),
    }));
    const property = fc.property(
      tree,
      fc.constantFrom(0, 1, 4, '\t'),
      fc.boolean(),
      (value, space, isEscaped) => {
        const written = JSON.stringify({ log: value }, null, space);
        const json = isEscaped ? written.replaceAll('/', '\\/').replaceAll('name', '\\u006eame') : written;
        expect(told(wasm, json)).toEqual(told(typescript, json));
        expect(told(wasm, json, insideEntries)).toEqual(told(typescript, json, insideEntries));
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  it('find strings of every length at every place, with escapes at their ends', () => {
    const different: string[] = [];
    for (let lead = 0; lead < 20; lead++)
      for (let length = 0; length < 40; length++)
        for (const tail of ['', '\\"', '\\\\', '\\u0041', '\\/']) {
          const json = `${' '.repeat(lead)}["${'x'.repeat(length)}${tail}", -1.5e3, null]`;
          if (JSON.stringify(told(wasm, json)) !== JSON.stringify(told(typescript, json)))
            different.push(json);
        }
    expect(different).toEqual([]);
  });

  it('begin behind a key, and leave what is open for the next stretch', () => {
    const start: ReaderState = {
      open: insideEntries.open.slice(0, 2),
      pendingKey: 'name',
      expectsKey: false,
    };
    for (const rest of ['"b", "c": [1, {"d":', '"b"}, "log": {"_harrier": 1}}', '{"e": {}}, "name": "f"'])
      expect(told(wasm, rest, start)).toEqual(told(typescript, rest, start));
  });

  it('leave to TypeScript what the kernel has no room for', () => {
    for (const many of [
      JSON.stringify(Array.from({ length: 40_000 }, () => 1)),
      JSON.stringify(Array.from({ length: 20_000 }, () => [])),
      `{"log": {${Array.from({ length: 5000 }, (_, at) => `"${at}": 1`).join(', ')}}}`,
    ])
      expect(told(wasm, many)).toEqual(told(typescript, many));
  });
});
