import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_WORDS, type JsonWalker } from './json-walker.ts';
import { TypeScriptWalker } from './typescript-walker.ts';
import { theWalker } from './wasm-walker.ts';

/** All that a walker tells of a text, cut at an offset where it may be cut. */
function told(walker: JsonWalker, json: string, openArrays: boolean[] = [], expectsKey = false): number[] {
  walker.begin(new TextEncoder().encode(json), openArrays, expectsKey);
  const words: number[] = [];
  for (let count = walker.next(); count > 0; count = walker.next())
    words.push(...walker.events.subarray(0, count * EVENT_WORDS));
  return [...words, Number(walker.expectsKey)];
}

describe('walkers over JSON', () => {
  it('tell the same, whatever the JSON and however it is written', () => {
    const wasm = theWalker();
    const typescript = new TypeScriptWalker();
    expect(wasm).not.toBeInstanceOf(TypeScriptWalker);
    const property = fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom(0, 1, 4, '\t'),
      (value, space) => {
        const json = JSON.stringify(value, null, space).replaceAll('/', '\\/');
        expect(told(wasm, json)).toEqual(told(typescript, json));
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('find strings of every length at every place, with escapes at their ends', () => {
    const wasm = theWalker();
    const typescript = new TypeScriptWalker();
    const different: string[] = [];
    for (let lead = 0; lead < 20; lead++)
      for (let length = 0; length < 40; length++)
        for (const tail of ['', '\\"', '\\\\', '\\u0041', '\\/']) {
          const json = `${' '.repeat(lead)}["${'x'.repeat(length)}${tail}", -1.5e3, null]`;
          if (told(wasm, json).join() !== told(typescript, json).join()) different.push(json);
        }
    expect(different).toEqual([]);
  });

  it('begin inside of what is open', () => {
    const rest = '"b": 1}, 2, "c"]';
    const wasm = told(theWalker(), rest, [true, false], true);
    expect(wasm).toEqual(told(new TypeScriptWalker(), rest, [true, false], true));
    expect(wasm[0]).toBe(3);
  });

  it('tell more than fits at once', () => {
    const json = JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ [at]: [at] })));
    expect(told(theWalker(), json)).toEqual(told(new TypeScriptWalker(), json));
  });
});
