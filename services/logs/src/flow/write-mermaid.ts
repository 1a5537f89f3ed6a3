import type { Flow, FlowHop } from './flow.ts';
import { betweenMs, callText, type FlowWords, failureText, hopName, labelText } from './flow-text.ts';

/** Longer texts make a diagram that nobody reads. */
const MAX_CHARS = 120;

/** A Mermaid sequence diagram: an arrow for each call, its answer back, a cross where it broke or was never answered. */
export function writeMermaid(flow: Flow, words: FlowWords): string {
  const lanes = [...new Set(flow.hops.map(laneKey))];
  const out = ['sequenceDiagram', '  autonumber'];
  for (const [at, key] of lanes.entries()) {
    const hop = flow.hops.find((one) => laneKey(one) === key)!;
    out.push(`  participant s${at} as ${plain(hopName(hop, words))}`);
  }
  for (const [at, { title, prefix, name }] of flow.missing.entries())
    out.push(`  participant m${at} as ${plain(labelText(title, words) || prefix || name)} ?`);
  const laneOf = (hop: FlowHop) => `s${lanes.indexOf(laneKey(hop))}`;
  const visit = (at: number): void => {
    const hop = flow.hops[at]!;
    const caller = hop.caller === undefined ? undefined : flow.hops[hop.caller];
    const lane = laneOf(hop);
    if (caller !== undefined)
      out.push(`  ${laneOf(caller)}->>${lane}: ${plain(callLabel(flow, hop, at, words))}`);
    if (at === flow.firstFailing) out.push(`  Note over ${lane}: ✗ ${plain(failureText(hop, words))}`);
    for (const [below, { caller: above }] of flow.hops.entries()) if (above === at) visit(below);
    for (const drift of flow.drifts.filter(({ to }) => to === at))
      out.push(
        `  Note over ${lane}: ≠ ${plain(`${drift.element}: ${drift.before ?? '–'} → ${drift.after ?? '–'}`)}`,
      );
    if (caller === undefined) return;
    const isLost = hop.failure?.kind === 'unanswered';
    const took = betweenMs(hop.startNs, hop.endNs);
    const answer = [
      hop.status ?? (hop.failure === undefined ? 'ok' : '✗'),
      took === null ? '' : `${Math.round(took)} ms`,
    ].join(' ');
    out.push(
      `  ${lane}${isLost ? '--x' : '-->>'}${laneOf(caller)}: ${plain(isLost ? failureText(hop, words) : answer.trim())}`,
    );
  };
  for (const [at, { caller }] of flow.hops.entries()) if (caller === undefined) visit(at);
  for (const [at, { path }] of flow.missing.entries())
    out.push(`  Note over m${at}: ${plain(words.noLine(callText(path) || flow.base))}`);
  return `${out.join('\n')}\n`;
}

function laneKey({ kind, known, writer }: FlowHop): string {
  return `${kind} ${known?.name ?? writer}`;
}

function callLabel({ asked }: Flow, { path, attempt }: FlowHop, at: number, words: FlowWords): string {
  const call = words.call(callText(path));
  const again = attempt === 0 ? '' : ` (+${attempt})`;
  return at <= 1 && asked !== undefined ? `${asked.method} ${asked.path}${again}` : `${call}${again}`;
}

/** Text that cannot end a line, open a comment or be read as markup: Mermaid's own entities for what it would interpret. */
function plain(text: string): string {
  const short = text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text;
  return (
    short.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').replace(/[#;<>&"%{}]/g, (one) => `#${one.charCodeAt(0)};`) ||
    ' '
  );
}
