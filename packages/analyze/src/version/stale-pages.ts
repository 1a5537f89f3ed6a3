import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import type { CaptureView } from '../findings/capture-view.ts';
import { documentOf, isFromServiceWorker, type MissingChunk, missingChunks } from './missing-chunks.ts';

/** A page that came out of a store and asks for files that are gone. */
export interface StalePage {
  readonly row: number;
  readonly exchange: Exchange;
  readonly from: 'browser-cache' | 'shared-cache' | 'service-worker';
  /** Age, in s, where the answer carries it. */
  readonly ageS?: number;
  readonly missing: readonly [MissingChunk, ...MissingChunk[]];
}

/** A shared cache that kept a page for less has nothing to do with a deploy; below that the age is a coincidence. */
const LEAST_AGE_S = 60;

/** The pages whose missing files show that they are older than the last build, and which store they came out of. */
export function stalePages(view: CaptureView): StalePage[] {
  const byDocument = new Map<number, [MissingChunk, ...MissingChunk[]]>();
  for (const chunk of missingChunks(view)) {
    const document = documentOf(view, chunk.row);
    if (document === undefined) continue;
    const missing = byDocument.get(document);
    if (missing === undefined) byDocument.set(document, [chunk]);
    else missing.push(chunk);
  }
  return [...byDocument].flatMap(([row, missing]) => {
    const exchange = view.exchange(row);
    if (exchange === undefined) return [];
    const ageS = ageOf(exchange);
    const from = storeOf(exchange, ageS);
    return from === undefined
      ? []
      : [{ row, exchange, from, missing, ...(ageS === undefined ? {} : { ageS }) }];
  });
}

function storeOf(exchange: Exchange, ageS: number | undefined): StalePage['from'] | undefined {
  if (isFromServiceWorker(exchange)) return 'service-worker';
  if (/^(?:disk|memory|cache)/i.test(exchange.entry.fromCache ?? '')) return 'browser-cache';
  return ageS !== undefined && ageS >= LEAST_AGE_S ? 'shared-cache' : undefined;
}

/** RFC 9111 §5.1. */
function ageOf({ entry }: Exchange): number | undefined {
  const age = fieldValue(entry.response.headers, 'age')?.trim() ?? '';
  return /^\d{1,9}$/.test(age) ? Number(age) : undefined;
}
