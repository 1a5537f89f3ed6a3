import type { Exchange, Playbook } from '@harrier/analyze';
import { parseTrackingId } from '@harrier/tracking';
import { type RecordJson, readRecordJson } from '../search/record-json.ts';
import type { StoredRecord } from '../store/log-store.ts';
import { buildFlow } from './build-flow.ts';
import type { Flow, FlowEntry } from './flow.ts';
import { betweenMs, callText, type FlowWords, failureText, hopName, labelText } from './flow-text.ts';
import { writeSvg } from './write-svg.ts';

/** One request's way through the services, as a picture and as lines. Only the picture's texts are escaped. */
export interface DrawnRequest {
  readonly svg: string;
  /** Callers before those whom they called, then the services of which there is no line. */
  readonly lines: readonly DrawnLine[];
}

export interface DrawnLine {
  readonly depth: number;
  readonly who: string;
  /** `12.0`; `''` for a request without a counter. */
  readonly call: string;
  readonly status?: number;
  readonly tookMs?: number;
  readonly failure?: string;
  readonly state: 'known' | 'broke' | 'missing';
}

interface RequestToDraw {
  readonly id: string;
  /** As `logs search --json` writes them, in time order. */
  readonly records: readonly RecordJson[];
  readonly playbooks: readonly Playbook[];
  readonly words: FlowWords;
  readonly entry?: FlowEntry;
}

/** Draws a request out of records that have left the store; undefined where the id is none, or no service has a line. */
export function drawRequest({
  id,
  records,
  playbooks,
  words,
  entry,
}: RequestToDraw): DrawnRequest | undefined {
  const trackingId = parseTrackingId(id);
  if (trackingId === undefined) return undefined;
  const flow = buildFlow({
    id: trackingId,
    records: recordsOf(records),
    playbooks,
    ...(entry === undefined ? {} : { entry }),
  });
  if (!flow.hops.some(({ kind }) => kind !== 'browser')) return undefined;
  return { svg: writeSvg(flow, words), lines: linesOf(flow, words) };
}

/** What is drawn for an escalation: the request as the browser saw it comes first. */
export interface AskedDrawing extends Pick<RequestToDraw, 'id' | 'records'> {
  readonly exchange: Exchange | undefined;
}

/** Draws with what the playbooks know, in the reader's words. */
export function flowDrawer(playbooks: readonly Playbook[], words: FlowWords) {
  return ({ id, records, exchange }: AskedDrawing): DrawnRequest | undefined =>
    drawRequest({
      id,
      records,
      playbooks,
      words,
      ...(exchange === undefined ? {} : { entry: flowEntry(exchange) }),
    });
}

function flowEntry({ entry, requestText, error }: Exchange): FlowEntry {
  const { request, response, startEpochMs, timeMs } = entry;
  return {
    method: request.method,
    url: request.url,
    startEpochMs,
    timeMs,
    status: response.status,
    requestText,
    errorText: error?.text,
  };
}

function linesOf({ hops, missing, firstFailing }: Flow, words: FlowWords): DrawnLine[] {
  const depths: number[] = [];
  const known = hops.map((hop, at): DrawnLine => {
    const depth = hop.caller === undefined ? 0 : (depths[hop.caller] ?? 0) + 1;
    depths.push(depth);
    const tookMs = betweenMs(hop.startNs, hop.endNs);
    const failure = failureText(hop, words);
    return {
      depth,
      who: hopName(hop, words),
      call: callText(hop.path),
      ...(hop.status === undefined ? {} : { status: hop.status }),
      ...(tookMs === null ? {} : { tookMs }),
      ...(failure === '' ? {} : { failure }),
      state: at === firstFailing ? 'broke' : 'known',
    };
  });
  const absent = missing.map(
    ({ title, path }): DrawnLine => ({
      depth: 0,
      who: labelText(title, words),
      call: callText(path),
      state: 'missing',
    }),
  );
  return [...known, ...absent];
}

/** The records again that were written. */
function recordsOf(written: readonly RecordJson[]): StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const json of written) records.push(readRecordJson(json, records.at(-1)?.orderNs ?? 0n));
  return records;
}
