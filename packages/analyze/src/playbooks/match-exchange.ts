import type { Exchange } from '../exchange/exchange.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import { valuesAt } from './body-values.ts';
import type { PlaybookMatch } from './playbook.ts';
import { fitsGlob, fitsPath } from './text-patterns.ts';

/** Whether a row can fit, by what the index knows: host, method, status and mostly the URL. */
export function mayFit(view: ColumnView, row: number, match: PlaybookMatch): boolean {
  return mayFitKind(view, row, match) && mayFitUrl(view, row, match);
}

/** The same by the URL alone. */
export function mayFitUrl(view: ColumnView, row: number, match: PlaybookMatch): boolean {
  const url = match.paths === undefined && match.query === undefined ? undefined : view.url(row);
  return url === undefined || fitsUrl(url, match);
}

/** The same by what rows of one kind have in common. */
export function mayFitKind(view: ColumnView, row: number, match: PlaybookMatch): boolean {
  const { hosts, methods, status } = match;
  const code = view.index.columns.status[row] as number;
  if (status !== undefined && (code < status[0] || code >= status[1])) return false;
  if (methods !== undefined && !methods.includes(view.method(row))) return false;
  return hosts === undefined || fitsHost(hosts, view.host(row));
}

const hostsSeen = new WeakMap<readonly string[], Map<string, boolean>>();

/** A capture has thousands of rows and a few dozen hosts. */
function fitsHost(patterns: readonly string[], host: string): boolean {
  const seen = hostsSeen.get(patterns) ?? new Map<string, boolean>();
  const before = seen.get(host);
  if (before !== undefined) return before;
  const name = host.replace(/:\d+$/, '');
  const fits = patterns.some((pattern) => fitsGlob(pattern, name));
  // Playbooks live as long as the program: of many captures only the last one's hosts are kept.
  if (seen.size >= MAX_HOSTS) seen.clear();
  hostsSeen.set(patterns, seen.set(host, fits));
  return fits;
}

const MAX_HOSTS = 1000;

/** Whether an opened exchange that may fit does: by its path and query, where the index did not keep them, and by its bodies. */
export function fits(view: ColumnView, row: number, exchange: Exchange, match: PlaybookMatch): boolean {
  return (
    (view.url(row) !== undefined || fitsUrl(exchange.entry.request.url, match)) &&
    (match.where ?? []).every((condition) => valuesAt(exchange, condition).length > 0)
  );
}

const literals = new Map<string, string>();

/** The longest part of a template without a variable: most paths lack it, which is quicker seen than the whole. */
function literalOf(template: string): string {
  const known = literals.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\/?\*\*|\{\w{1,40}\}/);
  const literal = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  literals.set(template, literal);
  return literal;
}

function fitsUrl(text: string, { paths, query }: PlaybookMatch): boolean {
  const url = /^[a-z][\w+.-]{0,30}:\/\/[^/?#]{0,1000}([^?#]*)(?:\?([^#]*))?/i.exec(text);
  const path = url?.[1] || '/';
  if (paths?.some((template) => path.includes(literalOf(template)) && fitsPath(template, path)) === false)
    return false;
  if (query === undefined) return true;
  const parameters = new URLSearchParams(url?.[2] ?? '');
  return Object.entries(query).every(([name, value]) => parameters.get(name) === value);
}
