import { addressOf } from '../backend/call.ts';
import { gatewayLine } from '../backend/logs/gateway-log.ts';
import type { LogBook } from '../backend/logs/log-book.ts';
import { randomFrom } from '../backend/random.ts';
import { fieldOf, type HopRequest, type HopResponse } from '../backend/wire/message.ts';
import { type Customer, openCustomer } from './customer.ts';
import { openEventQueue } from './event-queue.ts';
import { openLogFiles } from './log-files.ts';
import { nextRequest, type Visit } from './visits.ts';

export interface LoadOptions {
  /** Physical lines in all files together; exactly so many are written. */
  readonly lines: number;
  /** The same seed and number of lines give the same bytes, but for the signatures of tokens, which no log shows. */
  readonly seed: number;
  /** Made if it is not there; files of the same names are replaced. */
  readonly directory: string;
}

export interface LoadResult {
  readonly lines: number;
  readonly bytes: number;
  readonly files: readonly string[];
  readonly requests: number;
  /** Tracking ids of some requests from beginning to end, for whoever measures a search. */
  readonly samples: readonly string[];
}

/** A Monday morning. */
const startMs = Date.UTC(2026, 0, 12, 6, 0, 0);
const customerCount = 24;
/** People at the portals at any time. */
const visitorCount = 120;
/** Requests overlap: the next one arrives after so many milliseconds at most, and most take longer. */
const maxGapMs = 24;
const sampleEvery = 5_000;
/** No request takes as long in a load, so what is older than this is in its place. */
const settledMs = 1_000;

const userAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/**
 * Writes logs of any size: the lab's own services, run on a clock that jumps from event to event, asked by made-up
 * people. Each file is in the order in which its machine wrote it; memory does not grow with the number of lines.
 */
export async function writeLoad({ lines, seed, directory }: LoadOptions): Promise<LoadResult> {
  const random = randomFrom(seed);
  const files = openLogFiles(directory, lines);
  const queue = openEventQueue();
  let nowMs = startMs;
  const time = {
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
  const book: LogBook = { write: (machine, text) => queue.add(nowMs, machine, text), files: () => new Map() };
  const customers = Array.from({ length: customerCount }, (_, at) => openCustomer(at, seed, time, book));
  const visits: Visit[] = [];
  const samples: string[] = [];
  let requests = 0;
  let arrivalMs = startMs;

  const throughGateway = async (customer: Customer, request: HopRequest): Promise<HopResponse> => {
    const atMs = nowMs;
    const response = await customer.send(request);
    const machine = `ingress-${request.host.includes('-r.') ? 'r' : 'a'}`;
    book.write(machine, lineOf(request, response, atMs, nowMs));
    return response;
  };
  const begin = async (): Promise<Visit> => {
    const customer = random.pick(customers);
    const portal = random.between(0, 3) === 0 ? 'hub' : 'admin';
    const token = await customer.signIn(portal === 'admin' ? 'administrator' : 'user', (request) =>
      throughGateway(customer, request),
    );
    return { customer, portal, uuid: random.uuid(), token, counter: 0, left: random.between(8, 60) };
  };

  // What still waits in the queue is enough to end with: each event has a line at least.
  while (files.left > queue.size) {
    arrivalMs += random.between(1, maxGapMs);
    nowMs = arrivalMs;
    const seat = random.between(0, visitorCount);
    let visit = visits[seat];
    if (visit === undefined || visit.left === 0) {
      visit = await begin();
      visits[seat] = visit;
    }
    const { request, trackingId } = nextRequest(visit, random);
    const { method, host, target, body } = request;
    const fields = [
      { name: 'authorization', value: `Bearer ${visit.token}` },
      { name: 'trackingid', value: trackingId },
    ];
    const text = body === undefined ? '' : JSON.stringify(body);
    const peer = `10.71.20.5:${41_000 + (requests % 20_000)}`;
    await throughGateway(visit.customer, { method, host, target, fields, body: text, peer });
    if (requests++ % sampleEvery === 0) samples.push(trackingId);
    queue.drain(arrivalMs - settledMs, files.write);
  }
  queue.drain(Number.POSITIVE_INFINITY, files.write);
  const { bytes, files: names } = files.close();
  return { lines, bytes, files: names, requests, samples };
}

function lineOf(request: HopRequest, response: HopResponse, atMs: number, endMs: number): string {
  const durationMs = endMs - atMs;
  return gatewayLine({
    atMs,
    method: request.method,
    target: request.target,
    protocol: 'HTTP/2',
    status: response.status,
    flags: '-',
    receivedBytes: request.body.length,
    sentBytes: response.body.length,
    durationMs,
    serviceMs: durationMs,
    client: '192.0.2.44',
    userAgent,
    trackingId: fieldOf(request, 'trackingid') ?? '-',
    host: request.host,
    upstream: `${addressOf(request.host.split('.', 1)[0]!)}:8080`,
  });
}
