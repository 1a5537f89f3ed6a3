import type { Har } from './har.ts';

/** The free ports that stood for the usual ones in this run. */
export interface RunPorts {
  readonly httpsPort: number;
  readonly httpPort: number;
}

/**
 * Gives everything that a browser numbers or draws anew in each run the number of its first appearance: connections,
 * pages, frames, scripts. Certificates begin and end with a day, and ports become the ones that the URLs mean. Changes the HAR it is given.
 */
export function fixIds(har: Har, { httpsPort, httpPort }: RunPorts): void {
  const connection = numbering();
  const numbers = { requestId: numbering(), debuggerId: numbering(), scriptId: numbering() };
  const page = numbering('page_');
  const frame = numbering('frame_');
  const usualPort = (port: string) =>
    port === String(httpsPort) ? '443' : port === String(httpPort) ? '80' : port;
  let firstMonotonic: number | undefined;
  for (const item of har.log.pages ?? []) item.id = page(item.id);
  for (const entry of har.log.entries) {
    if (entry.pageref !== undefined) entry.pageref = page(entry.pageref);
    if (entry._frameref !== undefined) entry._frameref = frame(entry._frameref);
    if (entry._connectionId !== undefined) entry._connectionId = connection(entry._connectionId);
    if (entry.connection !== undefined) entry.connection = usualPort(entry.connection);
    if (entry._serverPort !== undefined) entry._serverPort = Number(usualPort(String(entry._serverPort)));
    if (entry._monotonicTime !== undefined) {
      firstMonotonic ??= entry._monotonicTime;
      entry._monotonicTime -= firstMonotonic;
    }
    if (entry._initiator) fixInitiator(entry._initiator, numbers);
    for (const end of ['validFrom', 'validTo'] as const) {
      const seconds = entry._securityDetails?.[end];
      if (seconds !== undefined) entry._securityDetails![end] = wholeDay(seconds);
    }
  }
}

type Numbering = (id: string) => string;

function numbering(prefix = ''): Numbering {
  const known = new Map<string, string>();
  return (id) => {
    const number = known.get(id) ?? `${prefix}${known.size + 1}`;
    known.set(id, number);
    return number;
  };
}

/** A certificate is made when the lab starts, a while before the recording. */
function wholeDay(seconds: number): number {
  return Math.round(seconds / 86_400) * 86_400;
}

/** Stacks lie in each other: `parent` is the one that scheduled the work. */
function fixInitiator(part: object, numbers: Readonly<Record<string, Numbering>>): void {
  const members = part as Record<string, unknown>;
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'string') members[name] = numbers[name]?.(value) ?? value;
    else if (typeof value === 'object' && value !== null) fixInitiator(value, numbers);
  }
}
