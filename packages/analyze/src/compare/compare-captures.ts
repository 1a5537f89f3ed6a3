import type { Capture, Entry } from '@harrier/har';
import { contentBytes, holdsPostData } from '../exchange/content-bytes.ts';
import { hasFailed, outcomeOf } from '../exchange/outcome.ts';
import { networkCodeOf } from '../failures/net-errors.ts';
import { relevanceOf } from '../findings/relevance.ts';
import { compareHeaders } from './compare-headers.ts';
import { compareJson, type Said } from './compare-json.ts';
import { compareTimes } from './compare-times.ts';
import { type Difference, MAX_NAMED_ROWS, weights } from './difference.ts';
import { foldDifferences } from './fold-differences.ts';
import { type Pair, type PairGroup, pairEntries } from './pair-entries.ts';

export interface CompareOptions {
  readonly signal?: AbortSignal;
  /** Pairs whose headers and bodies are read; default {@link defaultPairBudget}. */
  readonly pairBudget?: number;
}

/** How two captures differ, in facts; words come from `knowledge`. */
export interface Comparison {
  /** Requests that both hold. */
  readonly paired: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Most telling first. */
  readonly differences: readonly Difference[];
  /** Pairs whose headers and bodies were not read, because of the budget, or because enough of their kind were. */
  readonly leftClosed: number;
}

/** At some 300 µs a pair for both entries and their bodies: less than half a second. */
export const defaultPairBudget = 1000;
/** Of one kind of request, so many pairs show what is always so and what changes anyway. */
const PAIRS_OF_A_KIND = 3;
const FAILED_PAIRS_OF_A_KIND = 3;
/** A longer body is data. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * Compares two captures of the same steps: of a user for whom they work and of one for whom they fail, or from before a
 * change and after. Error: whatever the captures' sources throw; the signal's reason when it is aborted.
 */
export async function compareCaptures(
  a: Capture,
  b: Capture,
  options: CompareOptions = {},
): Promise<Comparison> {
  const { signal, pairBudget = defaultPairBudget } = options;
  const groups = await pairEntries(a, b, signal);
  const near = nearness(a, b);
  const chosen = choosePairs(a, b, groups, pairBudget, near);
  const differences: Difference[] = [];
  const opened: Opened[] = [];
  for (const group of groups) {
    signal?.throwIfAborted();
    for (const { said, weight } of [...presence(a, b, group), ...compareTimes(a, b, group)])
      differences.push(difference(group, group.pairs, said, weight * near(group)));
    const pairs = chosen.get(group) ?? [];
    const entries: OpenedPair[] = [];
    for (const pair of pairs)
      entries.push({ pair, a: await a.openEntry(pair[0]), b: await b.openEntry(pair[1]) });
    if (entries.length > 0) opened.push({ group, entries });
  }
  const observable = credentialFields(opened);
  for (const { group, entries } of opened) {
    signal?.throwIfAborted();
    for (const { said, weight, pairs } of await compareGroup(a, b, entries, observable))
      differences.push(difference(group, pairs, said, weight * near(group)));
  }
  const paired = sum(groups, ({ pairs }) => pairs.length);
  return {
    paired,
    onlyA: sum(groups, ({ onlyA }) => onlyA.length),
    onlyB: sum(groups, ({ onlyB }) => onlyB.length),
    differences: foldDifferences(differences),
    leftClosed: paired - sum([...chosen.values()], (pairs) => pairs.length),
  };
}

interface OpenedPair {
  readonly pair: Pair;
  readonly a: Entry;
  readonly b: Entry;
}

interface Opened {
  readonly group: PairGroup;
  readonly entries: readonly OpenedPair[];
}

/** The first pairs of each kind, and those that ended differently; the most relevant kinds where the budget is short. */
function choosePairs(
  a: Capture,
  b: Capture,
  groups: readonly PairGroup[],
  budget: number,
  near: (group: PairGroup) => number,
): Map<PairGroup, readonly Pair[]> {
  const wished = groups.map((group) => {
    const differing = group.pairs.filter(([rowA, rowB]) => answerOf(a, rowA) !== answerOf(b, rowB));
    const pairs = new Set([
      ...differing.slice(0, FAILED_PAIRS_OF_A_KIND),
      ...group.pairs.slice(0, PAIRS_OF_A_KIND),
    ]);
    return { group, pairs: [...pairs], need: (differing.length > 0 ? 1 : 0) + near(group) };
  });
  const chosen = new Map<PairGroup, readonly Pair[]>();
  let left = budget;
  for (const { group, pairs } of wished.sort((x, y) => y.need - x.need)) {
    if (pairs.length > left) continue;
    left -= pairs.length;
    if (pairs.length > 0) chosen.set(group, pairs);
  }
  return chosen;
}

async function compareGroup(
  a: Capture,
  b: Capture,
  entries: readonly OpenedPair[],
  observable: (name: string) => boolean,
): Promise<(Said & { readonly pairs: readonly Pair[] })[]> {
  const all = entries.map(({ pair }) => pair);
  const statuses = compareStatuses(a, b, entries);
  const same = entries.filter(({ pair: [rowA, rowB] }) => answerOf(a, rowA) === answerOf(b, rowB));
  // Of an answer and a failure everything differs; that it failed is told.
  const alike = same.length > 0 ? same : [];
  const pairsAlike = alike.map(({ pair }) => pair);
  const told: (Said & { readonly pairs: readonly Pair[] })[] = [...statuses];
  const add = (said: readonly Said[], pairs: readonly Pair[]) => {
    for (const one of said) told.push({ ...one, pairs });
  };
  add(
    compareHeaders(
      entries.map((one) => one.a.request.headers),
      entries.map((one) => one.b.request.headers),
      'request',
      observable,
    ),
    all,
  );
  add(compareJson(await bodies(a, all, 0, 'request'), await bodies(b, all, 1, 'request'), 'request'), all);
  if (alike.length > 0) {
    add(
      compareHeaders(
        alike.map((one) => one.a.response.headers),
        alike.map((one) => one.b.response.headers),
        'response',
        observable,
      ),
      pairsAlike,
    );
    add(
      compareJson(
        await bodies(a, pairsAlike, 0, 'response'),
        await bodies(b, pairsAlike, 1, 'response'),
        'response',
      ),
      pairsAlike,
    );
  }
  return told;
}

function compareStatuses(
  a: Capture,
  b: Capture,
  entries: readonly OpenedPair[],
): (Said<'status'> & { readonly pairs: readonly Pair[] })[] {
  const byStatus = new Map<string, { said: Said<'status'>; pairs: Pair[] }>();
  for (const { pair, a: entryA, b: entryB } of entries) {
    const [inA, inB] = [statusText(entryA), statusText(entryB)];
    const weight = inA === inB ? 0 : statusWeight(a, b, pair, inA, inB);
    if (weight === 0) continue;
    const key = `${inA} ${inB}`;
    const known = byStatus.get(key);
    if (known === undefined)
      byStatus.set(key, { said: { said: { kind: 'status', a: inA, b: inB }, weight }, pairs: [pair] });
    else known.pairs.push(pair);
  }
  return [...byStatus.values()].map(({ said, pairs }) => ({ ...said, pairs }));
}

function statusWeight(a: Capture, b: Capture, [rowA, rowB]: Pair, inA: string, inB: string): number {
  const [failedA, failedB] = [isFailed(a, rowA), isFailed(b, rowB)];
  if (failedA !== failedB) return weights.failure;
  if (failedA) return weights.otherFailure;
  // Whether a cache had it is no matter of the person.
  return [inA, inB].includes('304') || [inA, inB].includes('') ? 0 : weights.otherAnswer;
}

function isFailed(capture: Capture, row: number): boolean {
  return hasFailed(outcomeOf(capture.index, row));
}

function statusText({ response, error }: Entry): string {
  if ((response.status ?? 0) > 0 && error === undefined) return String(response.status);
  const code = error === undefined ? undefined : networkCodeOf(error);
  return code ?? ((response.status ?? 0) > 0 ? String(response.status) : '');
}

/** How a row ended, from the columns: status and outcome. */
function answerOf({ index }: Capture, row: number): string {
  return `${index.columns.status[row]} ${outcomeOf(index, row)}`;
}

async function bodies(
  capture: Capture,
  pairs: readonly Pair[],
  side: 0 | 1,
  message: 'request' | 'response',
): Promise<unknown[]> {
  const { index } = capture;
  const mimeType = (row: number) => index.strings.get(index.columns.mimeType[row] as number);
  const found: unknown[] = [];
  for (const pair of pairs) {
    const row = pair[side];
    const sizeBytes = contentBytes(index, row) ?? 0;
    const isWanted =
      message === 'request'
        ? holdsPostData(index, row)
        : sizeBytes >= 2 && sizeBytes <= MAX_BODY_BYTES && /json|graphql/.test(mimeType(row));
    if (!isWanted) continue;
    const { text, truncated } = await capture.openBody(row, message, { maxBytes: MAX_BODY_BYTES });
    const value = truncated ? undefined : jsonOf(text);
    if (value !== undefined) found.push(value);
  }
  return found;
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || !/^\s{0,20}[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function presence(
  captureA: Capture,
  captureB: Capture,
  { pairs, onlyA, onlyB }: PairGroup,
): Said<'presence' | 'count'>[] {
  const [a, b] = [pairs.length + onlyA.length, pairs.length + onlyB.length];
  if (a === b) return [];
  if (pairs.length > 0) return [{ said: { kind: 'count', a, b }, weight: weights.count }];
  const [onlyIn, capture, rows] =
    onlyA.length > 0 ? (['a', captureA, onlyA] as const) : (['b', captureB, onlyB] as const);
  const failed = rows.find((row) => isFailed(capture, row));
  const status = failed === undefined ? 0 : (capture.index.columns.status[failed] as number);
  return [
    {
      said: {
        kind: 'presence',
        onlyIn,
        count: Math.max(a, b),
        ...(failed === undefined ? {} : { failedWith: status > 0 ? String(status) : '' }),
      },
      weight: failed === undefined ? weights.presence : weights.lonelyFailure,
    },
  ];
}

/** Relevance of a group: of its nearest row. */
function nearness(a: Capture, b: Capture): (group: PairGroup) => number {
  const nearA = relevanceOf(rowView(a));
  const nearB = relevanceOf(rowView(b));
  const known = new Map<PairGroup, number>();
  return (group) => {
    const before = known.get(group);
    if (before !== undefined) return before;
    const rowA = group.pairs[0]?.[0] ?? group.onlyA[0];
    const rowB = group.pairs[0]?.[1] ?? group.onlyB[0];
    // A browser asks for permission by itself: what it asked for is compared.
    const share = group.place.method === 'OPTIONS' ? 0.2 : 1;
    const near = share * Math.max(rowA === undefined ? 0 : nearA(rowA), rowB === undefined ? 0 : nearB(rowB));
    known.set(group, near);
    return near;
  };
}

function rowView({ index }: Capture): Parameters<typeof relevanceOf>[0] {
  const { columns, strings } = index;
  return {
    index,
    host: (row) => strings.get(columns.host[row] as number),
    method: (row) => strings.get(columns.method[row] as number),
    resourceType: (row) => strings.get(columns.resourceType[row] as number),
  };
}

/** Credential fields that both captures hold somewhere: where an exporter leaves them out, their absence says nothing. */
function credentialFields(opened: readonly Opened[]): (name: string) => boolean {
  const inA = new Set<string>();
  const inB = new Set<string>();
  for (const { entries } of opened)
    for (const one of entries) {
      for (const side of ['request', 'response'] as const) {
        for (const { name } of one.a[side].headers) inA.add(name.toLowerCase());
        for (const { name } of one.b[side].headers) inB.add(name.toLowerCase());
      }
    }
  return (name) => inA.has(name) && inB.has(name);
}

function difference(
  { place, onlyA, onlyB }: PairGroup,
  pairs: readonly Pair[],
  said: Said['said'],
  score: number,
): Difference {
  const rows = (side: 0 | 1, only: readonly number[]) =>
    [...pairs.map((pair) => pair[side]), ...(pairs.length === 0 ? only : [])].slice(0, MAX_NAMED_ROWS);
  return {
    entries: { a: rows(0, onlyA), b: rows(1, onlyB) },
    facts: { ...place, ...said } as Difference['facts'],
    score,
  };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
