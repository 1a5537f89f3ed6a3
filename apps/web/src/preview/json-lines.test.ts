import { describe, expect, it } from 'vitest';
import { treeLines } from './json-lines.ts';
import { type JsonNode, readJson } from './json-nodes.ts';

const tree = (value: unknown): JsonNode => readJson(JSON.stringify(value)) as JsonNode;
const shown = (...given: Parameters<typeof treeLines>) =>
  treeLines(...given).lines.map(({ path, isOpen }) => `${path.join('.')}${isOpen ? ' open' : ''}`);

describe('the lines of a tree', () => {
  it('are all there for a small one, and close where somebody wants it', () => {
    const small = tree({ a: { b: 1 }, c: [2] });
    expect(shown(small, new Set(), '')).toEqual([' open', 'a open', 'a.b', 'c open', 'c.0']);
    expect(shown(small, new Set(['/0']), '')).toEqual([' open', 'a', 'c open', 'c.0']);
  });

  it('end at the second level of a large one', () => {
    const large = tree({ list: Array.from({ length: 300 }, (_, id) => ({ id, name: 'x' })) });
    expect(shown(large, new Set(), '')).toHaveLength(302);
  });

  it('are what a search finds and what leads there, each counted', () => {
    const { lines, found } = treeLines(tree({ a: { name: 'Ann' }, b: { name: 'Bo' } }), new Set(), 'ann');
    expect(lines.map(({ path }) => path.join('.'))).toEqual(['', 'a', 'a.name']);
    expect(found).toBe(1);
  });
});
