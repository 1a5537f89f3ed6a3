import { slashedTime } from './timestamps.ts';

/** One line of the OCI router: which call, which way, between whom. */
export interface RouterLine {
  readonly atMs: number;
  readonly worker: number;
  /** With the router's prefix: `OCIROUTER_<uuid>_12_0`. */
  readonly trackingId: string;
  readonly direction: 'Rx' | 'Tx';
  /** `http` towards the services, `ocip` towards the call server. */
  readonly protocol: 'http' | 'ocip';
  readonly from: string;
  readonly to: string;
  /** What follows, e.g. `StatusCode=200`. */
  readonly detail: string;
  /** Document that passes, logged on lines of its own behind the peer's address. */
  readonly document?: { readonly peer: string; readonly text: string };
}

/** One event of the router; the id stands in a bracketed context that ends in `]:`. */
export function routerLine(line: RouterLine): string {
  const head =
    `${slashedTime(line.atMs)} [ocir-${line.worker} ${line.trackingId}]:${line.direction} [${line.protocol}] ` +
    `${line.from} -> ${line.to} ${line.detail}\n`;
  return line.document === undefined ? head : `${head}${line.document.peer}\n${line.document.text}\n`;
}
