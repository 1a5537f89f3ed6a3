import type { TrackingId } from '@harrier/tracking';
import type { SourceDefinition } from './source-definition.ts';

/** What is known of a request whose logs are wanted. */
export interface RequestOrigin {
  readonly id?: TrackingId;
  /** Host of its URL. */
  readonly host?: string;
  readonly region?: string;
}

/**
 * The sources a request belongs to: those that name its host, else those that name its id's prefix, narrowed to its region
 * where any of them has it. Empty = nothing says where it belongs, so only a search of all sources is honest.
 */
export function sourcesOfRequest(
  definitions: readonly SourceDefinition[],
  { id, host, region }: RequestOrigin,
): SourceDefinition[] {
  const byHost =
    host === undefined ? [] : definitions.filter((one) => one.hosts.some((pattern) => fits(pattern, host)));
  const prefix = id?.prefix.toLowerCase() ?? '';
  const found =
    byHost.length > 0 || prefix === '' ? byHost : definitions.filter((one) => one.prefixes.includes(prefix));
  if (region === undefined) return found;
  const wanted = region.toLowerCase();
  const inRegion = found.filter((one) => one.region === '' || one.region.toLowerCase() === wanted);
  return inRegion.length > 0 ? inRegion : found;
}

/** `*` stands for any characters. Compared piece by piece, so no pattern can take long. */
function fits(pattern: string, host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return name === pattern;
  if (!name.startsWith(first)) return false;
  const last = rest.pop()!;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
