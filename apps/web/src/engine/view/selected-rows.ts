import { GROUP_LINE, type RowView } from './view-question.ts';

/** The requests of a view, without its groups. Those inside a closed group are left out, as on the screen. */
export function selectedRows({ rows }: Pick<RowView, 'rows'>): Uint32Array {
  return rows.filter((line) => line < GROUP_LINE);
}
