import type { FlowHop } from './flow.ts';

/** A call as people name it: `12.0`; `''` for a request without a counter. */
export function callText(path: readonly string[]): string {
  return path.join('.');
}

/** A service's name where no language is asked for: in diagrams and in other programs' formats. */
export function hopName({ kind, known, writer }: FlowHop): string {
  if (kind === 'browser') return 'Browser';
  const { title } = known ?? { title: kind === 'gateway' ? `Gateway (${writer})` : writer };
  return typeof title === 'string' ? title : title.en;
}

/** Milliseconds between two moments; null where one is not known. */
export function betweenMs(fromNs: bigint | undefined, toNs: bigint | undefined): number | null {
  return fromNs === undefined || toNs === undefined ? null : Number(toNs - fromNs) / 1_000_000;
}

/** What a hop's failure comes down to in one line; `''` where it did well. */
export function failureText({ failure, status, peer }: FlowHop): string {
  if (failure === undefined) return '';
  if (failure.text !== '') return failure.text;
  if (failure.kind === 'unanswered') return `no answer from ${peer}`;
  return status === undefined || status === 0 ? 'failed' : `HTTP ${status}`;
}
