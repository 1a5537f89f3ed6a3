import { type ExpectedOperation, type Playbook, serviceOfPrefix } from '@harrier/analyze';
import type { PlaybookLabel } from '@harrier/knowledge';
import type { TrackingId } from '@harrier/tracking';
import type { StoredRecord } from '../store/log-store.ts';

/** A service as a playbook names it. */
export interface KnownService {
  readonly name: string;
  readonly title: PlaybookLabel;
}

/** A line with what it is about: `id` is the call during which it was written, `others` further ids of the request. */
export interface PlacedLine {
  readonly record: StoredRecord;
  readonly id: TrackingId;
  readonly others: readonly TrackingId[];
}

/** Who wrote a line: its service, else the file without folders, number of rotation and ending. */
export function writerOf({ service, file, source }: StoredRecord): string {
  if (service !== '') return service;
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/\.(?:log|txt|json|jsonl|xml)\b.*$/i, '') || source;
}

/** Formats that tell of a request once, when it is over, and nothing of what happened inside. */
const ACCESS_LOGS: ReadonlySet<string> = new Set([
  'envoy-access',
  'istio-access',
  'istio-json',
  'common-log',
  'combined-log',
  'haproxy',
  'traefik-access',
  'traefik-json',
  'caddy',
  'squid',
  'iis',
  'aws-alb',
  'aws-elb',
  'aws-cloudfront',
]);

/** Whether a line is one of an access log. */
export function isAccessLine({ format }: StoredRecord): boolean {
  return ACCESS_LOGS.has(format);
}

/** A shorter name would be found in any other. */
const SHORTEST_NAME = 4;

/**
 * Which service of the playbooks each writer is, by the first that tells: its own name; the prefix under which it makes
 * calls; a prefix that nobody else writes; or that it answers a call at which a service without a prefix is expected.
 */
export function nameWriters(
  lines: readonly PlacedLine[],
  requestDepth: number,
  expected: ExpectedOperation | undefined,
  playbooks: readonly Playbook[],
): Map<string, KnownService> {
  const known = new Map<string, KnownService>();
  const writers = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const writer = writerOf(line.record);
    const own = writers.get(writer);
    if (own === undefined) writers.set(writer, [line]);
    else own.push(line);
  }
  for (const [writer, own] of writers) {
    const prefix = issuedPrefix(own) ?? ownPrefix(writer, writers, requestDepth);
    const found =
      byName(writer, playbooks) ?? (prefix === undefined ? undefined : byPrefix(prefix, playbooks));
    if (found !== undefined) known.set(writer, found);
  }
  for (const hop of expected?.hops ?? []) {
    if (hop.known.prefixes !== undefined) continue;
    const depth = requestDepth + hop.call.length;
    const answering = lines.filter(
      ({ record, id }) =>
        !isAccessLine(record) &&
        !known.has(writerOf(record)) &&
        id.path.length === depth &&
        hop.call.every((counter, at) => id.path[requestDepth + at] === String(counter)),
    );
    for (const { record } of answering)
      known.set(writerOf(record), { name: hop.service, title: hop.known.title });
  }
  return known;
}

function byName(writer: string, playbooks: readonly Playbook[]): KnownService | undefined {
  const wanted = lettersOf(writer);
  let best: (KnownService & { length: number }) | undefined;
  for (const { services } of playbooks)
    for (const [name, { title, prefixes = [] }] of Object.entries(services ?? {}))
      for (const word of [name, ...prefixes].map(lettersOf)) {
        if (word.length < SHORTEST_NAME || !wanted.includes(word)) continue;
        if (word.length > (best?.length ?? 0)) best = { name, title, length: word.length };
      }
  return best === undefined ? undefined : { name: best.name, title: best.title };
}

function byPrefix(prefix: string, playbooks: readonly Playbook[]): KnownService | undefined {
  const found = serviceOfPrefix(prefix, playbooks);
  return found === undefined ? undefined : { name: found.name, title: found.service.title };
}

/** Under which prefix a writer sends calls of its own: a line about one call that sends the next one below it. */
function issuedPrefix(lines: readonly PlacedLine[]): string | undefined {
  for (const { record, id, others } of lines) {
    if (record.direction !== 'out') continue;
    const below = others.find(
      ({ path }) => path.length > id.path.length && id.path.every((p, at) => p === path[at]),
    );
    if (below !== undefined) return below.prefix;
  }
  return undefined;
}

/** A prefix below the request that leads the writer's lines and stands in nobody else's. */
function ownPrefix(
  writer: string,
  writers: ReadonlyMap<string, readonly PlacedLine[]>,
  requestDepth: number,
): string | undefined {
  const taken = new Set<string>();
  for (const [other, lines] of writers)
    if (other !== writer)
      for (const { id, others } of lines)
        for (const one of [id, ...others]) taken.add(one.prefix.toLowerCase());
  const own = writers
    .get(writer)
    ?.find(({ id }) => id.path.length > requestDepth && !taken.has(id.prefix.toLowerCase()));
  return own?.id.prefix;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
