import type { Flow, FlowHop, MissingHop } from './flow.ts';
import { betweenMs, callText, type FlowWords, failureText, hopName, labelText } from './flow-text.ts';

/** A service of a sequence diagram. */
export interface SequenceLane {
  readonly name: string;
  /** `failed` it broke here · `missing` it should have a line and has none. */
  readonly state: 'known' | 'failed' | 'missing';
}

/** One arrow, or a mark on a lane where `from` equals `to`. Both are indexes of lanes. */
export interface SequenceRow {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** `failed` where it broke · `changed` a value that differs from what was sent · `missing` a call without a line. */
  readonly look: 'call' | 'answer' | 'failed' | 'changed' | 'missing';
  /** In full, for whoever points at it. */
  readonly title: string;
  /** The hop it is about; undefined for one that is missing. */
  readonly hop: number | undefined;
}

/** A flow as a sequence diagram: services from left to right, calls and answers downwards. */
export interface Sequence {
  readonly lanes: readonly SequenceLane[];
  readonly rows: readonly SequenceRow[];
}

interface Lane {
  readonly key: string;
  readonly name: string;
  readonly state: SequenceLane['state'];
  /** Place among what the playbook expects. */
  readonly rank: number;
}

/** More values that changed are in the list beside the diagram. */
const MAX_CHANGES = 3;

export function sequenceOf(flow: Flow, words: FlowWords): Sequence {
  const lanes = lanesOf(flow, words);
  const laneAt = (key: string) => lanes.findIndex((lane) => lane.key === key);
  const rows: SequenceRow[] = [];
  const missed = new Set<MissingHop>();
  // Who was the first to ask for it, as far as anybody tells.
  const asking = flow.hops.findIndex(({ kind }) => kind !== 'gateway');
  const visit = (at: number): void => {
    const hop = flow.hops[at]!;
    const caller = hop.caller === undefined ? undefined : flow.hops[hop.caller];
    const to = laneAt(laneKey(hop));
    const from = caller === undefined ? to : laneAt(laneKey(caller));
    const isOuter = hop.caller === undefined || caller?.kind === 'browser';
    const call = isOuter ? (flow.asked?.method ?? '') : '';
    const head = `${call} ${callText(hop.path)}`.trim() || flow.base;
    if (caller !== undefined) rows.push({ from, to, text: head, look: 'call', title: head, hop: at });
    const changes = flow.drifts.filter((drift) => drift.to === at);
    for (const { element, before, after } of changes.slice(0, MAX_CHANGES)) {
      const values = `${before ?? words.notSet} → ${after ?? words.notSet}`;
      const text = `≠ ${element.split('.').at(-1)}: ${values}`;
      rows.push({ from: to, to, text, look: 'changed', title: `${element}: ${values}`, hop: at });
    }
    if (at === asking)
      for (const member of flow.askedOff.slice(0, MAX_CHANGES)) {
        const text = `! ${member}/enabled: false`;
        rows.push({ from: to, to, text, look: 'changed', title: text, hop: at });
      }
    for (const [below, { caller: above }] of flow.hops.entries()) if (above === at) visit(below);
    if (at === flow.firstFailing) {
      const text = `✗ ${failureText(hop, words)}`;
      rows.push({ from: to, to, text, look: 'failed', title: text, hop: at });
    }
    if (hop.kind === 'service')
      for (const gone of flow.missing.filter(({ path }) => isCallOf(path, hop))) {
        if (missed.has(gone)) continue;
        missed.add(gone);
        const text = words.noLine(callText(gone.path));
        rows.push({
          from: to,
          to: laneAt(missingKey(gone)),
          text,
          look: 'missing',
          title: text,
          hop: undefined,
        });
      }
    if (caller === undefined || hop.failure?.kind === 'unanswered') return;
    const took = betweenMs(hop.startNs, hop.endNs);
    const text = [
      hop.status ?? (hop.failure === undefined ? '✓' : '✗'),
      took === null ? '' : `${Math.round(took)} ms`,
    ]
      .filter((part) => part !== '')
      .join(' · ');
    rows.push({ from: to, to: from, text, look: 'answer', title: failureText(hop, words) || text, hop: at });
  };
  for (const [at, { caller }] of flow.hops.entries()) if (caller === undefined) visit(at);
  for (const gone of flow.missing) {
    if (missed.has(gone)) continue;
    const lane = laneAt(missingKey(gone));
    const text = words.noLine(callText(gone.path) || flow.base);
    rows.push({ from: lane, to: lane, text, look: 'missing', title: text, hop: undefined });
  }
  return { lanes: lanes.map(({ name, state }) => ({ name, state })), rows };
}

/** In order of appearance; what is missing stands where the playbook expects it. */
function lanesOf(flow: Flow, words: FlowWords): Lane[] {
  const order = flow.expected?.hops.map(({ service }) => service) ?? [];
  const rankOf = (name: string | undefined) => (name === undefined ? -1 : order.indexOf(name));
  const failing = flow.firstFailing === undefined ? undefined : flow.hops[flow.firstFailing];
  const lanes: Lane[] = [];
  for (const hop of flow.hops) {
    const key = laneKey(hop);
    if (lanes.some((lane) => lane.key === key)) continue;
    const state = failing !== undefined && laneKey(failing) === key ? 'failed' : 'known';
    lanes.push({ key, name: hopName(hop, words), state, rank: rankOf(hop.known?.name) });
  }
  for (const gone of flow.missing) {
    const lane: Lane = {
      key: missingKey(gone),
      name: labelText(gone.title, words) || gone.prefix || gone.name,
      state: 'missing',
      rank: rankOf(gone.name),
    };
    if (lanes.some(({ key }) => key === lane.key)) continue;
    const next = lanes.findIndex(({ rank }) => rank > lane.rank);
    lanes.splice(next === -1 ? lanes.length : next, 0, lane);
  }
  return lanes;
}

/** Whether a call's path lies directly below what a hop handled, or is the same call further on. */
function isCallOf(path: readonly string[], hop: FlowHop): boolean {
  return path.length - hop.path.length <= 1 && hop.path.every((part, at) => part === path[at]);
}

function laneKey({ kind, known, writer }: FlowHop): string {
  return `${kind} ${known?.name ?? writer}`;
}

function missingKey({ name }: MissingHop): string {
  return `missing ${name}`;
}
