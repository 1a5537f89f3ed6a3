import type { WebWords } from '../../words/web-words.ts';
import { type ColumnId, customName } from './column-table.ts';

/** What stands above a column. A header's name and a pointer stay as they are. */
export function columnTitle(id: ColumnId, { bench }: Pick<WebWords, 'bench'>): string {
  const name = customName(id);
  if (name === undefined) return bench.columns.titles[id as keyof typeof bench.columns.titles];
  if (id.startsWith('req.header:')) return `→ ${name}`;
  if (id.startsWith('res.header:')) return `← ${name}`;
  return id.startsWith('req.json:') ? `→ {} ${name}` : `← {} ${name}`;
}
