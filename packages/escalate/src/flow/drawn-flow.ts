import type { Exchange } from '@harrier/analyze';
import type { LogRecord } from '../logs/log-record.ts';

/** One request on its way through the services, drawn. Every text of it may be captured. */
export interface DrawnFlow {
  /** A sequence diagram without script; its texts are escaped. */
  readonly svg: string;
  /** The same as lines, callers before those whom they called: for whoever cannot see the diagram. */
  readonly lines: readonly FlowLine[];
}

export interface FlowLine {
  /** 0 for who was asked first. */
  readonly depth: number;
  readonly who: string;
  /** `12.0`; `''` for a request without a counter. */
  readonly call: string;
  readonly status?: number;
  readonly tookMs?: number;
  /** In the service's own words. */
  readonly failure?: string;
  /** `broke` it failed first · `missing` it should have a line and has none. */
  readonly state: 'known' | 'broke' | 'missing';
}

export interface FlowToDraw {
  /** A tracking id of the request. */
  readonly id: string;
  /** Clean, in time order. */
  readonly records: readonly LogRecord[];
  /** The request as the browser saw it, clean. */
  readonly exchange: Exchange | undefined;
}

/** Draws a flow; undefined where the records tell of no request. What follows a request through logs is no part of this room. */
export type DrawFlow = (asked: FlowToDraw) => DrawnFlow | undefined;

/** A line of a flow as text; literals, so the same in every language. */
export function flowLineText({ depth, who, call, status, tookMs, failure, state }: FlowLine): string {
  const sign = { known: '', broke: '✗ ', missing: '? ' }[state];
  const facts = [
    call,
    status === undefined ? '' : String(status),
    tookMs === undefined ? '' : `${Math.round(tookMs)} ms`,
  ].filter((fact) => fact !== '');
  return `${'→ '.repeat(depth)}${sign}${[who, ...facts].join(' · ')}${failure ? `: ${failure}` : ''}`;
}
