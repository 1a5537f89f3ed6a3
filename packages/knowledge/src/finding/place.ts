import type { ExchangeFacts } from './finding-facts.ts';

/** A path of more parts is named by its last two: they tell what was asked for. */
const WHOLE_PARTS = 3;

/** A request in one breath, in no language: `PATCH api.example.test/…/features/callrecording`. */
export function place({ method, host, path }: Pick<ExchangeFacts, 'method' | 'host' | 'path'>): string {
  const parts = path.split('/').filter((part) => part !== '');
  const short = parts.length <= WHOLE_PARTS ? path : `/…/${parts.slice(-2).join('/')}`;
  return `${method} ${host}${short === '/' ? '' : short}`.trim();
}

/** `842 ms`, `6.0 s`; `decimal` is the language's own point. */
export function durationOf(durationMs: number, decimal: '.' | ',' = '.'): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  return `${(durationMs / 1000).toFixed(1).replace('.', decimal)} s`;
}

/** `840 B`, `61 kB`, `2.2 MB`; thousands, as browsers count them. `decimal` is the language's own point. */
export function sizeOf(bytes: number, decimal: '.' | ',' = '.'): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', decimal)} MB`;
}
