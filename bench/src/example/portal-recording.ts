import type {
  ChromeEntry,
  ChromeFrame,
  ChromeHar,
  ChromeInitiator,
  NameValue,
} from '../chrome/chrome-har.ts';
import { type Answer, chromeEntry } from '../chrome/exchange.ts';
import { requestFields, responseFields } from '../chrome/header-fields.ts';
import type { PhasesMs } from '../chrome/timings.ts';

/** What the recording of one person's clicks has in common. */
export interface Portal {
  /** e.g. `https://admin.example.test`. */
  readonly origin: string;
  readonly title: string;
  /** Where the page was opened: the recording's time zero. */
  readonly startEpochMs: number;
}

/** One request of the story. Defaults: a GET that is answered with 200. */
export interface Step {
  /** ms after the page was opened. */
  readonly atMs: number;
  readonly method?: string;
  readonly url: string;
  readonly type: string;
  readonly initiator: ChromeInitiator;
  readonly trackingId?: string;
  /** Request fields beyond Chrome's usual ones. */
  readonly extraRequestFields?: readonly NameValue[];
  /** An object is sent as JSON. */
  readonly sent?: unknown;
  readonly status?: number;
  readonly mimeType: string;
  /** An object is answered as JSON. */
  readonly body?: unknown;
  readonly encoding?: 'base64';
  /** Decoded size of a body that the browser did not keep. */
  readonly sizeBytes?: number;
  /** Replaces the response's usual fields. */
  readonly answerFields?: readonly NameValue[];
  readonly phases: PhasesMs;
  readonly fromCache?: 'memory' | 'disk';
  /** What the service behind the gateway took. */
  readonly upstreamMs?: number;
}

/**
 * A recording as Chrome 137 saves it by default: without `authorization`, `cookie` and `set-cookie`,
 * which its sanitized export takes out. So an example can never look like a leaked credential.
 */
export function record(
  portal: Portal,
  pageLoadMs: { content: number; load: number },
  steps: readonly Step[],
): ChromeHar {
  return {
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [
        {
          startedDateTime: new Date(portal.startEpochMs).toISOString(),
          id: 'page_1',
          title: portal.title,
          pageTimings: { onContentLoad: pageLoadMs.content, onLoad: pageLoadMs.load },
        },
      ],
      entries: steps.map((step, position) => stepEntry(portal, step, position)),
    },
  };
}

function stepEntry(portal: Portal, step: Step, position: number): ChromeEntry {
  const { method = 'GET', trackingId } = step;
  const url = new URL(step.url);
  const startEpochMs = portal.startEpochMs + step.atMs;
  const isOwnHost = url.origin === portal.origin;
  return chromeEntry({
    startEpochMs,
    method,
    url: step.url,
    resourceType: step.type,
    initiator: step.initiator,
    requestFields: byName([
      ...requestFields(
        {
          url,
          method,
          accept: accepts[step.type] ?? '*/*',
          destination: destinations[step.type] ?? 'empty',
          origin: portal.origin,
          cookies: [],
          trackingId,
          contentType: step.sent === undefined ? undefined : 'application/json',
        },
        'full',
      ),
      ...(step.extraRequestFields ?? []),
    ]),
    ...(step.sent === undefined
      ? {}
      : { sent: { mimeType: 'application/json', text: JSON.stringify(step.sent) } }),
    answer: answerOf(portal, step, startEpochMs, position),
    phases: step.phases,
    connectionId: String(isOwnHost ? 41207 : 41230 + url.host.length),
    serverAddress: isOwnHost ? '198.51.100.10' : `203.0.113.${url.host.length}`,
    ...(step.fromCache === undefined ? {} : { fromCache: step.fromCache }),
  });
}

/** Pseudo-header fields first, since `:` comes before every letter. */
function byName(fields: readonly NameValue[]): NameValue[] {
  return [...fields].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function answerOf(portal: Portal, step: Step, startEpochMs: number, position: number): Answer {
  const { phases, trackingId, mimeType, body } = step;
  const sentMs = (phases.queueing ?? 0) + (phases.stalled ?? 0) + (phases.wait ?? 0);
  const fields = responseFields(
    {
      mimeType,
      dateEpochMs: startEpochMs + sentMs,
      etag: (0x5d21a0 + position * 0x1f3b).toString(16),
      origin: portal.origin,
      trackingId,
      upstreamMs: step.upstreamMs,
    },
    'full',
  );
  const normalized = { name: 'x-normalized-path', value: new URL(step.url).pathname };
  return {
    status: step.status ?? 200,
    mimeType,
    fields: step.answerFields ?? (trackingId === undefined ? fields : [...fields, normalized]),
    ...(body === undefined ? {} : { text: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(step.encoding === undefined ? {} : { encoding: step.encoding }),
    ...(step.sizeBytes === undefined ? {} : { sizeBytes: step.sizeBytes }),
  };
}

const accepts: Readonly<Record<string, string>> = {
  document: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  stylesheet: 'text/css,*/*;q=0.1',
  image: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  xhr: 'application/json, text/plain, */*',
};

const destinations: Readonly<Record<string, string>> = {
  document: 'document',
  stylesheet: 'style',
  script: 'script',
  image: 'image',
};

/**
 * The preflight that Chrome sends before a request to another origin; `setUp` is what opening the connection
 * took. Spec: Fetch, CORS-preflight fetch.
 */
export function preflightOf(portal: Portal, step: Step, atMs: number, setUp: PhasesMs = {}): Step {
  const asked = ['content-type', 'trackingid'].filter(
    (name) => name === 'trackingid' || step.sent !== undefined,
  );
  return {
    atMs,
    method: 'OPTIONS',
    url: step.url,
    type: 'preflight',
    initiator: { type: 'preflight', url: step.url },
    extraRequestFields: [
      { name: 'access-control-request-headers', value: asked.join(',') },
      { name: 'access-control-request-method', value: step.method ?? 'GET' },
    ],
    status: 204,
    mimeType: 'x-unknown',
    answerFields: [
      { name: 'access-control-allow-credentials', value: 'true' },
      { name: 'access-control-allow-headers', value: 'authorization,content-type,trackingid' },
      { name: 'access-control-allow-methods', value: 'GET,POST,PUT,PATCH,DELETE,OPTIONS' },
      { name: 'access-control-allow-origin', value: portal.origin },
      { name: 'access-control-max-age', value: '3600' },
      { name: 'date', value: new Date(portal.startEpochMs + atMs).toUTCString() },
      { name: 'server', value: 'istio-envoy' },
    ],
    phases: { ...setUp, stalled: 0.6, send: 0.2, wait: 21.4, receive: 0.3 },
  };
}

/** Frames as `function @ file:line:column`, innermost first; `column` and line are 0-based, as Chrome writes them. */
export function frames(...lines: readonly string[]): ChromeFrame[] {
  return lines.map((line) => {
    const match = /^(?<name>\S*) @ (?<url>.+):(?<line>\d+):(?<column>\d+)$/.exec(line);
    if (match?.groups === undefined) throw new Error(`not a frame: ${line}`);
    const { name = '', url = '', line: lineNumber, column } = match.groups;
    return {
      functionName: name,
      scriptId: String(7 + (url.length % 5)),
      url,
      lineNumber: Number(lineNumber),
      columnNumber: Number(column),
    };
  });
}

/** A request that the application's code made, below it the framework, and above both what scheduled them. */
export function calledBy(origin: string, ...application: readonly string[]): ChromeInitiator {
  const zone = `${origin}/assets/zone.51c0de77.js`;
  const vendor = `${origin}/assets/vendor.8b11e07a.js`;
  return {
    type: 'script',
    stack: {
      callFrames: frames(
        `(anonymous) @ ${zone}:0:23155`,
        `scheduleTask @ ${zone}:0:7312`,
        `_trySubscribe @ ${vendor}:0:118240`,
        `intercept @ ${vendor}:0:402177`,
        ...application.map((line) => line.replace(' @ ', ` @ ${origin}/assets/main.4f2a9c1d.js:0:`)),
        `dispatchEvent @ ${vendor}:0:221904`,
        `invokeTask @ ${zone}:0:9120`,
      ),
      parent: {
        description: 'Promise.then',
        callFrames: frames(`onInvokeTask @ ${vendor}:0:88012`, `runTask @ ${zone}:0:5466`),
      },
    },
  };
}
