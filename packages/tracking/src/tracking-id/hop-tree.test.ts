import { describe, expect, it } from 'vitest';
import { buildHopTrees, type HopNode } from './hop-tree.ts';
import { parseTrackingId } from './parse.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const OTHER = 'a2b94e07-53cd-4f18-b6aa-90e1c7d3f245';

const treesOf = (...ids: string[]) => buildHopTrees(ids, (text) => parseTrackingId(text)!);

/** One line per node: path, services, number of observations. */
function dump(node: HopNode<unknown>): string[] {
  const line = `/${node.path.join('/')} ${node.services.join('+') || '-'} ×${node.items.length}`;
  return [line, ...node.children.flatMap(dump)];
}

describe('buildHopTrees', () => {
  it('puts every service that wrote about a call into that call', () => {
    const [tree] = treesOf(
      `OCIROUTER_${UUID}_12_0`,
      `CPAPI_${UUID}_12_1`,
      `ATLAS_${UUID}_12`,
      `CPAPI_${UUID.toUpperCase()}_12_0`,
      `cpapi_${UUID}_12_0`,
    );
    expect(dump(tree!)).toEqual(['/ - ×0', '/12 ATLAS ×1', '/12/0 OCIROUTER+CPAPI ×3', '/12/1 CPAPI ×1']);
  });

  it('grows calls that only their children mention', () => {
    const [tree] = treesOf(`CPAPI_${UUID}_3_1_4`);
    expect(dump(tree!)).toEqual(['/ - ×0', '/3 - ×0', '/3/1 - ×0', '/3/1/4 CPAPI ×1']);
    expect(tree!.children[0]!.key).toBe(`${UUID}_3`);
  });

  it('sorts counters as numbers and labels behind them', () => {
    const [tree] = treesOf(`A1_${UUID}_10`, `A1_${UUID}_beef0000`, `A1_${UUID}_9`);
    expect(tree!.children.map((child) => child.path[0])).toEqual(['9', '10', 'beef0000']);
  });

  it('keeps sessions apart, in order of appearance, and counts replays', () => {
    const trees = treesOf(`A1_${OTHER}_1+2`, `A1_${UUID}_1`, `A1_${OTHER}_1`);
    expect(trees.map((tree) => tree.key)).toEqual([OTHER, UUID]);
    expect(trees[0]!.children[0]).toMatchObject({ replays: 2, items: { length: 2 } });
  });
});
