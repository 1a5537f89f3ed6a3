import type { Flow } from '../flow.ts';
import { betweenMs, callText, failureText, hopName } from '../flow-text.ts';

/** A flow as a table that could be mailed to a colleague. */
export function dumpFlow(flow: Flow): string {
  const { hops, clocks, missing, drifts, askedOff, firstFailing, asked, expected } = flow;
  return [
    `${asked?.method ?? '-'} ${asked?.path ?? '-'}  ${expected?.operation.id ?? '-'}`,
    ...hops.map((hop, at) => {
      const mark = at === firstFailing ? '>' : hop.failure === undefined ? ' ' : 'x';
      const start = Math.round(betweenMs(hops[0]?.startNs, hop.startNs) ?? -1);
      const took = Math.round(betweenMs(hop.startNs, hop.endNs) ?? -1);
      const error = hop.failure === undefined ? '' : `  ${hop.failure.kind}: ${failureText(hop)}`;
      return `${mark} ${at} <- ${hop.caller ?? '-'}  ${hopName(hop)}  call ${callText(hop.path)}  +${start} ms  ${took} ms  ${hop.status ?? '-'}  ${hop.lines.length} lines${error}`;
    }),
    ...clocks.map(
      ({ writer, offsetNs, errorNs }) =>
        `clock ${writer} ${Math.round(Number(offsetNs) / 1e6)} ms ±${errorNs === undefined ? '?' : Math.ceil(Number(errorNs) / 1e6)}`,
    ),
    ...missing.map(({ name, path }) => `missing ${name} call ${callText(path)}`),
    ...drifts.map(
      ({ from, to, element, member, before, after }) =>
        `drift ${from} -> ${to} ${member ?? '-'} ${element}: ${before ?? '-'} -> ${after ?? '-'}`,
    ),
    ...askedOff.map((member) => `asked off ${member}`),
    '',
  ].join('\n');
}
