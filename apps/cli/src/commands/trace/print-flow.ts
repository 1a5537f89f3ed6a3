import type { PlaybookLabel } from '@harrier/knowledge';
import { callText, type Flow, type FlowHop } from '@harrier/logs';
import { escapeText } from '../../terminal/escape.ts';
import { heading, type Page } from '../../terminal/page.ts';
import { padEnd, widthOf } from '../../terminal/width.ts';
import type { AllWords } from '../../words/for-language.ts';

/** How much is shown. */
export interface FlowView {
  /** Requests that the id stands for. */
  readonly requests: number;
  readonly everyLine: boolean;
}

/** Lines under a hop that did well; those of the hop that broke are all shown. */
const SHOWN_LINES = 2;
/** Changes and gaps that stand on top; a document that lost everything has dozens. */
const MAX_ON_TOP = 8;

/** Prints a flow: what is wrong first, then the request, then every hop under its caller with its lines. */
export async function printFlow(page: Page, flow: Flow, view: FlowView): Promise<void> {
  printBreak(page, flow);
  printRequest(page, flow, view);
  await printHops(page, flow, view);
}

function printBreak(page: Page, flow: Flow): void {
  const { words, style } = page;
  const told = words.trace;
  const { hops, missing, drifts, askedOff, firstFailing } = flow;
  const failing = firstFailing === undefined ? undefined : hops[firstFailing];
  if (failing?.failure !== undefined) {
    const text = failureWords(failing, words);
    const broke = told.broke(serviceName(failing, words), callWords(failing.path, words), text);
    page.line(style.failed(escapeText(`✗ ${broke}`)));
    printEvidence(page, failing);
  }
  for (const { path, title, prefix, name } of missing.slice(0, MAX_ON_TOP)) {
    const who = labelText(title, words) + (prefix === '' ? '' : ` [${prefix}]`);
    page.line(style.failed(escapeText(`✗ ${told.missing(who || name, callWords(path, words))}`)));
  }
  for (const { element, member, before, after, from, to } of drifts.slice(0, MAX_ON_TOP)) {
    const { notSet } = words.knowledge.flow;
    const values = `${before ?? notSet} → ${after ?? notSet}`;
    const what = member === undefined ? element : `${member} (${element})`;
    const [sender, receiver] = [hops[from], hops[to]].map((hop) =>
      hop === undefined ? '' : serviceName(hop, words),
    );
    page.line(style.failed(escapeText(`✗ ${told.drift(what, values, sender ?? '', receiver ?? '')}`)));
  }
  for (const member of askedOff) page.line(style.slow(escapeText(`! ${told.askedOff(member)}`)));
  if (!hops.some(({ kind }) => kind !== 'browser')) page.line(style.failed(`✗ ${told.noLines}`));
  else if (page.isEmpty) page.line(`✓ ${told.whole}`);
  if (failing?.failure !== undefined) printExceptionsAbove(page, flow, failing);
}

/** What the hop that broke said, opened: refused commands, the stack trace, where it stands. */
function printEvidence(page: Page, failing: FlowHop): void {
  const told = page.words.trace;
  if (failing.failure === undefined) return;
  const { cause, at, commands, received, line } = failing.failure;
  const details = [
    commands === undefined ? '' : told.refused(commands.refused, commands.of),
    cause === undefined ? '' : told.cause(cause),
    at ?? '',
    received && line !== undefined ? told.received : '',
    line === undefined ? '' : `${line.file}:${line.line}`,
  ];
  for (const one of details) if (one !== '') page.line(`  ${escapeText(one)}`);
}

/** What the failure did to its callers: their stack traces, opened. */
function printExceptionsAbove(page: Page, { hops }: Flow, failing: FlowHop): void {
  const told = page.words.trace;
  let caller = failing.caller === undefined ? undefined : hops[failing.caller];
  while (caller !== undefined) {
    const { failure } = caller;
    if (failure?.kind === 'exception') {
      const { text, cause, at, line } = failure;
      page.line(`  ↳ ${escapeText(`${serviceName(caller, page.words)}: ${text}`)}`);
      const place = line === undefined ? '' : `${line.file}:${line.line}`;
      for (const one of [cause === undefined ? '' : told.cause(cause), at ?? '', place])
        if (one !== '') page.line(`    ${escapeText(one)}`);
    }
    caller = caller.caller === undefined ? undefined : hops[caller.caller];
  }
}

function printRequest(page: Page, flow: Flow, { requests }: FlowView): void {
  const { words } = page;
  const { asked, expected, base, request } = flow;
  const title = expected === undefined ? '' : labelText(expected.operation.title, words);
  heading(page, escapeText(asked === undefined ? base : `${asked.method} ${asked.host}${asked.path}`));
  page.line(
    escapeText(
      [title, `${base}${request.map((part) => `_${part}`).join('')}`].filter((one) => one !== '').join(' · '),
    ),
  );
  if (requests > 1) page.line(page.style.muted(words.trace.chosen(requests, callWords(request, words))));
}

/** A hop's row before it is printed. */
interface Row {
  readonly hop: FlowHop;
  readonly depth: number;
  readonly isBreak: boolean;
  /** Not escaped. */
  readonly cells: readonly [name: string, call: string, start: string, took: string, status: string];
}

async function printHops(page: Page, flow: Flow, { everyLine }: FlowView): Promise<void> {
  const { words, style } = page;
  const { heads } = words.trace;
  if (flow.hops.length === 0) return;
  const depths: number[] = [];
  const rows = flow.hops.map((hop, at): Row => {
    const depth = hop.caller === undefined ? 0 : (depths[hop.caller] ?? 0) + 1;
    depths.push(depth);
    const mark = hop.failure === undefined ? '✓' : '✗';
    const name = `${depth === 0 ? '' : `${'  '.repeat(depth - 1)}└ `}${mark} ${serviceName(hop, words)}`;
    const start = millisecondsBetween(flow.hops[0]?.startNs, hop.startNs);
    const took = millisecondsBetween(hop.startNs, hop.endNs);
    return {
      hop,
      depth,
      isBreak: at === flow.firstFailing,
      cells: [
        name,
        callText(hop.path),
        start === '' ? '' : `+${start}`.replace('+-', '−'),
        took,
        String(hop.status ?? ''),
      ],
    };
  });
  const titles = [heads.hop, heads.call, heads.start, heads.took, heads.status];
  const widths = titles.map((title, at) =>
    Math.max(widthOf(title), ...rows.map(({ cells }) => widthOf(escapeText(cells[at] ?? '')))),
  );
  const layOut = (cells: readonly string[]) =>
    cells.map((cell, at) => padEnd(escapeText(cell), widths[at] ?? 0)).join('  ');
  page.line();
  page.line(style.muted(layOut(titles).trimEnd()));
  for (const { hop, depth, isBreak, cells } of rows) {
    const clock = flow.clocks.find(({ writer }) => writer === hop.writer);
    const notes = [
      hop.region,
      hop.attempt === 0 ? '' : words.trace.attempt(hop.attempt),
      clock === undefined ? '' : words.trace.clock(offsetText(clock.offsetNs, clock.errorNs)),
    ].filter((one) => one !== '');
    const row = `${layOut(cells)}  ${escapeText(notes.join(' · '))}`.trimEnd();
    page.line(hop.failure === undefined ? row : style.failed(row));
    const indent = '  '.repeat(depth + 1);
    const shown = everyLine || isBreak ? hop.lines : hop.lines.slice(0, SHOWN_LINES);
    for (const { body, level, file, line } of shown) {
      const text = escapeText(`${file}:${line}  ${body.trim().split('\n', 1)[0] ?? ''}`);
      page.line(
        `${indent}  ${level === 'error' || level === 'fatal' ? style.failed(text) : style.muted(text)}`,
      );
    }
    const more = hop.lines.length - shown.length;
    if (more > 0) page.line(style.muted(`${indent}  … ${words.trace.moreLines(more)}`));
    await page.flushIfFull();
  }
}

function serviceName({ kind, known, writer }: FlowHop, words: AllWords): string {
  if (kind === 'browser') return words.knowledge.flow.browser;
  if (known !== undefined) return labelText(known.title, words);
  return kind === 'gateway' ? `${words.knowledge.flow.gateway} (${writer})` : writer;
}

function labelText(label: PlaybookLabel, { knowledge }: AllWords): string {
  return typeof label === 'string' ? label : (label[knowledge.language] ?? label.en);
}

function callWords(path: readonly string[], { trace, knowledge }: AllWords): string {
  return path.length === 0 ? trace.request : knowledge.flow.call(callText(path));
}

function failureWords({ failure, status, peer }: FlowHop, { knowledge }: AllWords): string {
  if (failure?.kind === 'unanswered') return knowledge.flow.noAnswer(peer);
  return [failure?.text ?? '', status === undefined || status < 400 ? '' : `HTTP ${status}`]
    .filter((one) => one !== '')
    .join(' · ');
}

/** In whole milliseconds: what logs write is no finer. */
function millisecondsBetween(fromNs: bigint | undefined, toNs: bigint | undefined): string {
  return fromNs === undefined || toNs === undefined
    ? ''
    : `${Math.round(Number(toNs - fromNs) / 1_000_000)} ms`;
}

function offsetText(offsetNs: bigint, errorNs: bigint | undefined): string {
  const ms = Math.round(Number(offsetNs) / 1_000_000);
  const error = errorNs === undefined ? '' : ` ±${Math.ceil(Number(errorNs) / 1_000_000)}`;
  return `${ms < 0 ? '−' : '+'}${Math.abs(ms)}${error} ms`;
}
