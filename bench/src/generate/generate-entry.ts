import type { ChromeEntry, ChromeInitiator, NameValue } from '../chrome/chrome-har.ts';
import { chromeTimings, type PhasesMs, totalMs } from '../chrome/timings.ts';
import type { BodyPool } from './bodies.ts';
import type { BrowserSession } from './browser-session.ts';
import { scriptInitiator } from './call-stack.ts';
import { type Failure, failures } from './failures.ts';
import { requestFields, responseFields } from './header-fields.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { featureNames } from './vocabulary.ts';
import { webSocketEntry } from './web-socket-entry.ts';

/** Everything that an entry is made from. */
export interface EntryIngredients {
  readonly random: Random;
  readonly session: BrowserSession;
  readonly bodies: BodyPool;
  readonly profile: Profile;
}

/** One kind of resource, as the portal loads it. */
interface Resource {
  readonly type: string;
  /** Of a hundred entries, how many are of this kind. */
  readonly share: number;
  readonly mimeType: string;
  readonly accept: string;
  /** Spec: Fetch Metadata, Sec-Fetch-Dest. */
  readonly destination: string;
  url(ingredients: EntryIngredients): string;
  body(ingredients: EntryIngredients): string;
}

const cdn = 'https://cdn.example.test';

/** The mix of a capture: mostly API calls with JSON, then images and scripts. */
const resources: readonly Resource[] = [
  {
    type: 'xhr',
    share: 62,
    mimeType: 'application/json;charset=UTF-8',
    accept: 'application/json, text/plain, */*',
    destination: 'empty',
    url: apiUrl,
    body: ({ bodies, random }) => bodies.json(random),
  },
  {
    type: 'image',
    share: 14,
    mimeType: 'image/png',
    accept: 'image/avif,image/webp,image/apng,image/*,*/*;q=0.8',
    destination: 'image',
    url: ({ random }) => `${cdn}/images/${random.hex(10)}.png`,
    body: ({ bodies, random }) => bodies.imageBase64(random),
  },
  {
    type: 'script',
    share: 12,
    mimeType: 'application/javascript',
    accept: '*/*',
    destination: 'script',
    url: ({ random }) => `${cdn}/assets/chunk-${random.hex(8)}.js`,
    body: ({ bodies, random }) => bodies.script(random),
  },
  {
    type: 'stylesheet',
    share: 5,
    mimeType: 'text/css; charset=utf-8',
    accept: 'text/css,*/*;q=0.1',
    destination: 'style',
    url: ({ random }) => `${cdn}/assets/theme-${random.hex(8)}.css`,
    body: ({ bodies, random }) => bodies.styleSheet(random),
  },
  {
    type: 'document',
    share: 3,
    mimeType: 'text/html; charset=utf-8',
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    destination: 'document',
    url: ({ random }) => `https://admin.example.test/overview?tab=${random.integer(1, 9)}`,
    body: ({ bodies, random }) => bodies.page(random),
  },
  {
    type: 'ping',
    share: 3,
    mimeType: 'text/plain',
    accept: '*/*',
    destination: 'empty',
    url: ({ random }) => `https://telemetry.example.test/v1/beacon?k=${random.hex(16)}`,
    body: () => '',
  },
  {
    type: 'websocket',
    share: 1,
    mimeType: 'x-unknown',
    accept: '*/*',
    destination: 'websocket',
    url: ({ random }) => `wss://notify-a.example.test/socket/${random.hex(12)}`,
    body: () => '',
  },
];

const totalShare = resources.reduce((sum, { share }) => sum + share, 0);
/** Of API calls: what a support case's capture holds besides the one that it is about. */
const failureShare = 0.04;
const slowShare = 0.01;
const cachedShare = 0.3;

/** The next entry of the session. */
export function generateEntry(ingredients: EntryIngredients): ChromeEntry {
  const resource = pickResource(ingredients.random);
  const url = resource.url(ingredients);
  if (resource.type === 'websocket') return webSocketEntry(ingredients, url);
  return resource.type === 'xhr'
    ? apiEntry(ingredients, resource, url)
    : staticEntry(ingredients, resource, url);
}

function pickResource(random: Random): Resource {
  let rest = random.next() * totalShare;
  for (const resource of resources) {
    rest -= resource.share;
    if (rest < 0) return resource;
  }
  return resources[0]!;
}

function apiUrl({ random, session }: EntryIngredients): string {
  const organisation = `https://cpapi-r.example.test/api/v1/customers/${session.organisationId}`;
  return random.pick([
    () => `${organisation}/users/${random.uuid()}/features/${random.pick(featureNames).toLowerCase()}`,
    () =>
      `${organisation}/locations/${random.uuid()}/numbers?start=${random.integer(0, 40) * 50}&max=50&order=phoneNumber`,
    () => `${organisation}/users?filter=${encodeURIComponent('displayName co "Zoë"')}&count=100`,
    () =>
      `https://settings-service-r.example.test/settings-service/api/v1/templates/configure/users/${random.uuid()}?includeAllOrgTemplates=true`,
    () => `https://admin-batch-service-r.example.test/api/v1/customers/${session.organisationId}/jobs`,
  ])();
}

function apiEntry(ingredients: EntryIngredients, resource: Resource, url: string): ChromeEntry {
  const { random, session, bodies, profile } = ingredients;
  const trackingId = session.nextTrackingId();
  const failure = random.chance(failureShare) ? random.pick(failures) : undefined;
  const method = random.chance(0.15) ? random.pick(['POST', 'PATCH', 'PUT']) : 'GET';
  const sent = method === 'GET' ? undefined : bodies.json(random).slice(0, random.integer(40, 1200));
  const waitMs = random.chance(slowShare) ? random.between(3000, 20_000) : random.between(20, 400);
  return assemble(ingredients, resource, {
    url,
    method,
    initiator: scriptInitiator(random, random.integer(...profile.stackFrames)),
    authorization: session.authorization(),
    trackingId,
    upstreamMs: Math.round(waitMs) - 12,
    ...(sent === undefined ? {} : { sent }),
    ...(failure === undefined ? {} : { failure }),
    body: failure === undefined ? resource.body(ingredients) : failure.body(random, trackingId),
    phases: {
      ...connectionPhases(random),
      send: random.between(0.1, 0.5),
      wait: waitMs,
      receive: random.between(0.3, 30),
    },
  });
}

function staticEntry(ingredients: EntryIngredients, resource: Resource, url: string): ChromeEntry {
  const { random, profile } = ingredients;
  const isCached = resource.type !== 'document' && random.chance(cachedShare);
  return assemble(ingredients, resource, {
    url,
    method: 'GET',
    initiator:
      resource.type === 'ping'
        ? scriptInitiator(random, random.integer(...profile.stackFrames))
        : { type: 'parser', url: 'https://admin.example.test/overview', lineNumber: random.integer(1, 90) },
    body: resource.body(ingredients),
    isCached,
    phases: isCached
      ? { queueing: random.between(0.2, 3), receive: random.between(0.1, 2) }
      : {
          ...connectionPhases(random),
          send: random.between(0.1, 0.5),
          wait: random.between(5, 90),
          receive: random.between(1, 80),
        },
  });
}

/** One request in ten opens its connection; the others wait a little for a place on an open one. */
function connectionPhases(random: Random): PhasesMs {
  const queueing = random.between(0.3, 8);
  const stalled = random.between(0.2, 4);
  if (!random.chance(0.1)) return { queueing, stalled };
  const ssl = random.between(9, 40);
  return { queueing, stalled, dns: random.between(1, 30), connect: ssl + random.between(8, 30), ssl };
}

interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly initiator: ChromeInitiator;
  readonly body: string;
  readonly phases: PhasesMs;
  readonly isCached?: boolean;
  readonly authorization?: string;
  readonly trackingId?: string;
  readonly upstreamMs?: number;
  /** The request's body. */
  readonly sent?: string;
  readonly failure?: Failure;
}

function assemble(ingredients: EntryIngredients, resource: Resource, exchange: Exchange): ChromeEntry {
  const { random, session, profile } = ingredients;
  const url = new URL(exchange.url);
  const { failure, sent, isCached = false, trackingId, authorization, upstreamMs } = exchange;
  const cookies = session.cookies(random.integer(...profile.cookies));
  const startEpochMs = session.nextStartEpochMs();
  const timings = chromeTimings(exchange.phases);
  const isAnswered = failure?.status !== 0;
  const mimeType = failure?.mimeType ?? resource.mimeType;
  const isImage = resource.type === 'image';
  const sizeBytes = isImage ? Math.floor((exchange.body.length * 3) / 4) : exchange.body.length;
  const httpVersion = isAnswered ? 'http/2.0' : '';
  return {
    _connectionId: session.nextConnectionId(),
    ...(isCached ? { _fromCache: 'disk' as const } : {}),
    _initiator: exchange.initiator,
    _priority: resource.type === 'image' ? 'Low' : 'High',
    _resourceType: resource.type,
    cache: {},
    connection: '443',
    pageref: 'page_1',
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion,
      headers: requestFields(
        {
          url,
          method: exchange.method,
          accept: resource.accept,
          destination: resource.destination,
          cookies,
          ...(authorization === undefined ? {} : { authorization }),
          ...(trackingId === undefined ? {} : { trackingId }),
          ...(sent === undefined ? {} : { contentType: 'application/json' }),
        },
        profile.headers,
      ),
      queryString: queryOf(url),
      cookies,
      headersSize: -1,
      bodySize: sent?.length ?? 0,
      ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: sent } }),
    },
    response: {
      status: failure?.status ?? 200,
      statusText: failure?.statusText ?? '',
      httpVersion,
      headers: isAnswered
        ? responseFields(
            {
              mimeType,
              dateEpochMs: startEpochMs,
              etag: random.hex(16),
              ...(trackingId === undefined ? {} : { trackingId }),
              ...(upstreamMs === undefined ? {} : { upstreamMs }),
              ...(failure?.status === 429 ? { retryAfter: '60' } : {}),
            },
            profile.headers,
          )
        : [],
      cookies: [],
      content: {
        size: sizeBytes,
        mimeType,
        ...(exchange.body === '' ? {} : { text: exchange.body }),
        ...(isImage ? { encoding: 'base64' as const } : {}),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: isCached ? 0 : -1,
      _transferSize: isCached || !isAnswered ? 0 : Math.round(sizeBytes * 0.3) + 420,
      _error: failure?.error ?? null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: isAnswered ? `198.51.100.${random.integer(1, 40)}` : '',
    startedDateTime: new Date(startEpochMs).toISOString(),
    time: totalMs(timings),
    timings,
  };
}

function queryOf(url: URL): NameValue[] {
  return [...url.searchParams].map(([name, value]) => ({ name, value: encodeURIComponent(value) }));
}
