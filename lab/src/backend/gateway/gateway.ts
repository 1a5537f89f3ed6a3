import { gzipSync } from 'node:zlib';
import type { Site, SiteRequest, SiteResponse } from '../../network/site.ts';
import { addressOf, type Surroundings } from '../call.ts';
import { clockOf, type Region } from '../clock.ts';
import { gatewayLine } from '../logs/gateway-log.ts';
import { type Field, fieldOf, type HopRequest, type HopResponse, pathOf } from '../wire/message.ts';
import { HopTimeout, type Service } from '../wire/wire.ts';
import { corsFields, preflight } from './cors.ts';
import { sendPaced } from './send-paced.ts';

/** How long the gateway waits for a service, Envoy's default. */
const routeTimeoutMs = 15_000;
/** Less is not worth packing. */
const gzipFromBytes = 500;

export interface GatewayOptions {
  readonly region: Region;
  readonly protocol: 'h2' | 'http/1.1';
  /** How far the clock of the service behind it is off on top of the usual, ms; its `date` shows it. */
  readonly clockAheadMs: number;
  /** It hands out pages and their files, and takes no part in calls. */
  readonly filesOnly: boolean;
}

/** One host of the telephony back end as the browser reaches it: the gateway of a region with the service behind it. */
export function gatewaySite(service: Service, surroundings: Surroundings, options: GatewayOptions): Site {
  const { wire, book, time, estate } = surroundings;
  const machine = `ingress-${options.region}`;
  const clock = clockOf(machine, time);
  const serviceClock = clockOf(service.machine, time, options.clockAheadMs);
  const upstream = `${addressOf(service.machine)}:8080`;
  let ports = 41_000;

  const ask = async (request: HopRequest): Promise<HopResponse> => {
    try {
      return await wire.send(request, { timeoutMs: routeTimeoutMs });
    } catch (error) {
      if (!(error instanceof HopTimeout)) throw error;
      return { status: 504, fields: [], body: 'upstream request timeout', gatewayFlag: 'UT' };
    }
  };

  const handle = async (request: SiteRequest, response: SiteResponse) => {
    const atMs = clock();
    const received = await readRequest(request, service.host, `${addressOf(machine)}:${ports++}`);
    const preflighted = preflight(received);
    // A client without an id gets one here, so that every line behind the gateway has one. Files need none.
    const trackingId =
      fieldOf(received, 'trackingid') ??
      (preflighted !== undefined || options.filesOnly ? undefined : `ROUTERGW_${estate.random.uuid()}`);
    const passed = trackingId === undefined ? received : withField(received, 'trackingid', trackingId);
    const answer = preflighted ?? (await ask(passed));
    const serviceMs =
      preflighted === undefined && answer.gatewayFlag === undefined ? clock() - atMs : undefined;
    const gatewayFields: Field[] =
      answer.gatewayFlag === undefined
        ? [
            ...corsFields(received),
            ...(trackingId === undefined
              ? []
              : [
                  { name: 'trackingid', value: trackingId },
                  { name: 'x-normalized-path', value: normalizedPath(received) },
                ]),
            { name: 'x-content-type-options', value: 'nosniff' },
            { name: 'vary', value: 'origin, accept-encoding' },
          ]
        : [{ name: 'content-type', value: 'text/plain' }];
    const packed = pack(answer, fieldOf(received, 'accept-encoding') ?? '');
    const fields = [
      { name: 'date', value: new Date(answer.gatewayFlag ? clock() : serviceClock()).toUTCString() },
      ...answer.fields,
      ...gatewayFields,
      ...packed.fields,
      ...(serviceMs === undefined
        ? []
        : [{ name: 'x-envoy-upstream-service-time', value: String(serviceMs) }]),
      { name: 'server', value: 'istio-envoy' },
    ];
    response.writeHead(answer.status, headersOf(fields));
    await sendPaced(response, packed.bytes, answer.sendingMs);
    book.write(
      machine,
      gatewayLine({
        atMs,
        method: received.method,
        target: received.target,
        protocol: request.httpVersionMajor === 2 ? 'HTTP/2' : 'HTTP/1.1',
        status: answer.status,
        flags: answer.gatewayFlag ?? '-',
        receivedBytes: Buffer.byteLength(received.body),
        sentBytes: packed.bytes.length,
        durationMs: clock() - atMs,
        serviceMs,
        client: '192.0.2.44',
        userAgent: fieldOf(received, 'user-agent') ?? '-',
        trackingId: trackingId ?? '-',
        host: service.host,
        upstream: answer.gatewayFlag === 'UH' ? '-' : upstream,
      }),
    );
  };
  return { host: service.host, protocol: options.protocol, handle };
}

async function readRequest(request: SiteRequest, host: string, peer: string): Promise<HopRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const fields = Object.entries(request.headers)
    .filter(([name]) => !name.startsWith(':'))
    .flatMap(([name, value]) => [value ?? ''].flat().map((one) => ({ name, value: one })));
  return {
    method: request.method ?? 'GET',
    host,
    target: request.url ?? '/',
    fields,
    body: Buffer.concat(pieces).toString('utf8'),
    peer,
  };
}

function withField(request: HopRequest, name: string, value: string): HopRequest {
  const others = request.fields.filter((field) => field.name.toLowerCase() !== name);
  return { ...request, fields: [...others, { name, value }] };
}

/** The path with every id replaced, as the gateway counts its requests by. */
function normalizedPath(request: HopRequest): string {
  return pathOf(request).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}');
}

function pack(answer: HopResponse, accepted: string): { bytes: Buffer; fields: Field[] } {
  const plain = Buffer.from(answer.body);
  if (plain.length < gzipFromBytes || !accepted.includes('gzip') || answer.sendingMs !== undefined)
    return { bytes: plain, fields: [] };
  return { bytes: gzipSync(plain), fields: [{ name: 'content-encoding', value: 'gzip' }] };
}

/** Repeated fields (`set-cookie`) become lists, as Node wants them. */
function headersOf(fields: readonly Field[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const { name, value } of fields) {
    const known = headers[name];
    headers[name] = known === undefined ? value : [known, value].flat();
  }
  return headers;
}
