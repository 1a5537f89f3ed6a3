import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNode, jsonPath, readJson } from './json-nodes.ts';

/** The text that a tree stands for. */
function written({ kind, text, children }: JsonNode): string {
  if (kind === 'array') return `[${children.map(written).join(',')}]`;
  if (kind === 'object')
    return `{${children.map((child) => `${JSON.stringify(child.key)}:${written(child)}`).join(',')}}`;
  return kind === 'string' ? JSON.stringify(text) : text;
}

describe('a JSON tree', () => {
  it('holds what the text holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(written(readJson(text) as JsonNode)).toBe(text);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:1e-.tru nl\\\n') }), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(readJson(text) !== undefined).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps digits, repeated keys and the key that is a trap', () => {
    const text = '{"id":12345678901234567890,"id":1.0,"__proto__":{"a":1}}';
    expect(written(readJson(text) as JsonNode)).toBe(text);
  });

  it('gives a hostile depth up instead of the page', () => {
    expect(readJson('['.repeat(100_000))).toBeUndefined();
  });

  it('reads past a prefix against script tags', () => {
    expect(readJson(")]}',\n[1]")?.children.length).toBe(1);
  });
});

describe('the path to a value', () => {
  it('is what a script would write', () => {
    expect(jsonPath(['users', 0, 'e-mail'])).toBe('$.users[0]["e-mail"]');
    expect(jsonPath([])).toBe('$');
  });
});
