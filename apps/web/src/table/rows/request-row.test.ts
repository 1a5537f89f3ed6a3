import type { EntryIndex } from '@harrier/har';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '../../words/en.ts';
import { RequestRow } from './request-row.ts';
import type { RequestLine } from './row-line.ts';

/** As much of an element as a line writes to. */
class PaintedElement {
  readonly children: unknown[] = [];
  readonly dataset: Record<string, string> = {};
  readonly style = {};
  title = '';

  append(...children: unknown[]): void {
    this.children.push(...children);
  }
  setAttribute(): void {}
  toggleAttribute(): void {}
  removeAttribute(name: 'title'): void {
    this[name] = '';
  }
}

beforeEach(() => {
  vi.stubGlobal('document', {
    createElement: () => new PaintedElement(),
    createTextNode: () => ({ data: '' }),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function lineOf(row: number, url: string): RequestLine {
  return {
    kind: 'request',
    position: 0,
    top: 0,
    index: {} as EntryIndex,
    row,
    urlCells: { url },
    cells: {},
    failed: false,
    slow: false,
    selected: false,
    link: 0,
  };
}

it('forgets the tooltip of a cell with the text that it told whole', () => {
  const look = { columns: ['url'] as const, words: en.bench.table, searchLogs: en.logs.tab.search };
  const row = new RequestRow(look);
  const [cell] = row.element.children as unknown as [HTMLElement];
  const shown = lineOf(1, 'https://api.example.test/users?code=4711');
  row.show(shown);
  // The pointer rests on the cell.
  cell.title = row.textOf(cell) ?? '';
  row.show({ ...shown, selected: true });
  expect(cell.title).toContain('4711');
  row.show(lineOf(1, 'https://api.example.test/users?code=hx-cod-7k3m9qp2rt5w6'));
  expect(cell.title).toBe('');
});
