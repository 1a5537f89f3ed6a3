import type { Exchange } from '../exchange/exchange.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { valuesAt } from './body-values.ts';
import type { PlaybookMatch } from './playbook.ts';
import { fitsGlob, fitsPath } from './text-patterns.ts';

/** Whether a row can fit, by what the index knows: host, method and status. */
export function mayFit(view: ColumnView, row: number, match: PlaybookMatch): boolean {
  const { hosts, methods, status } = match;
  const code = view.index.columns.status[row] as number;
  if (status !== undefined && (code < status[0] || code >= status[1])) return false;
  if (methods !== undefined && !methods.includes(view.method(row))) return false;
  const host = view.host(row).replace(/:\d+$/, '');
  return hosts === undefined || hosts.some((pattern) => fitsGlob(pattern, host));
}

/** Whether an opened exchange fits in the rest: path, query and bodies. */
export function fits(exchange: Exchange, match: PlaybookMatch): boolean {
  const { paths, query, where } = match;
  const url = /^[a-z][\w+.-]{0,30}:\/\/[^/?#]{0,1000}([^?#]*)(?:\?([^#]*))?/i.exec(
    exchange.entry.request.url,
  );
  if (paths !== undefined && !paths.some((template) => fitsPath(template, url?.[1] || '/'))) return false;
  if (query !== undefined) {
    const parameters = new URLSearchParams(url?.[2] ?? '');
    if (Object.entries(query).some(([name, value]) => parameters.get(name) !== value)) return false;
  }
  return (where ?? []).every((condition) => valuesAt(exchange, condition).length > 0);
}
