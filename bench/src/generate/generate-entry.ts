import type { ChromeEntry, ChromeInitiator } from '../chrome/chrome-har.ts';
import { chromeEntry } from '../chrome/exchange.ts';
import { requestFields, responseFields } from '../chrome/header-fields.ts';
import type { PhasesMs } from '../chrome/timings.ts';
import type { BodyPool } from './bodies.ts';
import type { BrowserSession } from './browser-session.ts';
import { scriptInitiator } from './call-stack.ts';
import { type Failure, failures } from './failures.ts';
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

const portal = 'https://admin.example.test';
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

/** What an entry of the portal adds to what every entry has. */
interface PortalRequest {
  readonly url: string;
  readonly method: string;
  readonly initiator: ChromeInitiator;
  readonly body: string;
  readonly phases: PhasesMs;
  readonly isCached?: boolean;
  readonly authorization?: string;
  readonly trackingId?: string;
  readonly upstreamMs?: number;
  /** The request's body, JSON or the beginning of some. */
  readonly sent?: string;
  readonly failure?: Failure;
}

function assemble(ingredients: EntryIngredients, resource: Resource, request: PortalRequest): ChromeEntry {
  const { random, session, profile } = ingredients;
  const { url, method, failure, sent, trackingId, authorization, upstreamMs } = request;
  const cookies = session.cookies(random.integer(...profile.cookies));
  const startEpochMs = session.nextStartEpochMs();
  const mimeType = failure?.mimeType ?? resource.mimeType;
  return chromeEntry({
    startEpochMs,
    method,
    url,
    resourceType: resource.type,
    initiator: request.initiator,
    requestFields: requestFields(
      {
        url: new URL(url),
        method,
        accept: resource.accept,
        destination: resource.destination,
        origin: portal,
        cookies,
        authorization,
        trackingId,
        contentType: sent === undefined ? undefined : 'application/json',
      },
      profile.headers,
    ),
    cookies,
    ...(sent === undefined ? {} : { sent: { mimeType: 'application/json', text: sent } }),
    answer: {
      status: failure?.status ?? 200,
      ...(failure === undefined ? {} : { statusText: failure.statusText }),
      ...(failure?.error == null ? {} : { error: failure.error }),
      fields:
        failure?.status === 0
          ? []
          : responseFields(
              {
                mimeType,
                dateEpochMs: startEpochMs,
                etag: random.hex(16),
                origin: failure?.allowsOrigin ?? portal,
                trackingId,
                upstreamMs,
                retryAfter: failure?.status === 429 ? '60' : undefined,
              },
              profile.headers,
            ),
      mimeType,
      ...(request.body === '' ? {} : { text: request.body }),
      ...(resource.type === 'image' ? { encoding: 'base64' } : {}),
    },
    phases: request.phases,
    connectionId: session.nextConnectionId(),
    serverAddress: `198.51.100.${random.integer(1, 40)}`,
    ...(request.isCached ? { fromCache: 'disk' } : {}),
  });
}
