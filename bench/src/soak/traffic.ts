import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Random } from '../generate/random.ts';
import { type Api, NotTaken } from './api.ts';

/** An upload that the server said it has. */
export interface TakenUpload {
  readonly caseId: string;
  readonly attachmentId: string;
  /** Of what was sent. */
  readonly sha256: string;
  /** A credential of this upload alone: must be in nothing but the sealed file. */
  readonly canary: string;
}

/** Log records that the server said it has. */
export interface TakenLog {
  readonly trackingId: string;
  readonly records: number;
}

export interface Traffic {
  readonly uploads: TakenUpload[];
  readonly logs: TakenLog[];
  /** Things that the server did not take, which is nobody's loss. */
  notTaken: number;
  searches: number;
  readonly faults: string[];
}

export interface TrafficOptions {
  readonly api: Api;
  readonly random: Random;
  /** Lines of the services, as files. */
  readonly logFolder: string;
  readonly goesOn: () => boolean;
  /** Of visitors at the same moment. */
  readonly visitors: number;
}

/** Seen from `bench/dist/soak`. */
const labFolder = fileURLToPath(new URL('../../../fixtures/lab/', import.meta.url));
const OWN_RECORDS = 20;
const LAB_LINES = 200;
/** Below the server's 600 requests a minute for one address, all visitors together. */
const PAUSE_MS = 1500;
const MOST_CAPTURE_BYTES = 400_000;

/** Visitors come, open cases, attach captures of the lab, hand in logs and search, until it is over. */
export async function makeTraffic(options: TrafficOptions): Promise<Traffic> {
  const traffic: Traffic = { uploads: [], logs: [], notTaken: 0, searches: 0, faults: [] };
  const captures = labCaptures();
  const logLines = readdirSync(options.logFolder).flatMap((name) =>
    readFileSync(path.join(options.logFolder, name), 'utf8').split('\n'),
  );
  const visit = async (): Promise<void> => {
    while (options.goesOn()) {
      await setTimeout(options.random.integer(0, 2 * PAUSE_MS * options.visitors));
      try {
        await oneThing(options, traffic, captures, logLines);
      } catch (error) {
        if (!(error instanceof NotTaken)) throw error;
        traffic.notTaken++;
        // Refused for good is a fault; busy, gone or broken off is not.
        if (!error.mayComeLater) traffic.faults.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: options.visitors }, visit));
  return traffic;
}

async function oneThing(
  { api, random }: TrafficOptions,
  traffic: Traffic,
  captures: readonly string[],
  logLines: readonly string[],
): Promise<void> {
  const chance = random.next();
  if (chance < 0.4) traffic.uploads.push(await upload(api, random, random.pick(captures)));
  else if (chance < 0.6) traffic.logs.push(await sendLog(api, random, logLines));
  else if (chance < 0.9 && traffic.logs.length > 0) {
    const log = random.pick(traffic.logs);
    traffic.searches++;
    const found = await recordsOf(api, log.trackingId);
    if (found !== log.records) traffic.faults.push(`${found} of ${log.records} records were found`);
  } else await api.ask('GET', '/api/cases?limit=20');
}

async function upload(api: Api, random: Random, capture: string): Promise<TakenUpload> {
  // Put together here, so that no scanner of the repository takes it for a real one.
  const canary = ['canary', random.hex(24)].join('-');
  const text = capture.replace('"headers":[', `"headers":[{"name":"X-Api-Key","value":"${canary}"},`);
  if (!text.includes(canary)) throw new Error('a capture of the lab has no headers');
  const isPacked = random.chance(0.2);
  const bytes = new Uint8Array(isPacked ? gzipSync(text) : Buffer.from(text));
  const { id: caseId } = (await api.ask('POST', '/api/cases', { title: 'Soak', language: 'en' })) as {
    id: string;
  };
  const name = isPacked ? 'trace.har.gz' : 'trace.har';
  const { id } = (await api.ask('POST', `/api/cases/${caseId}/attachments?name=${name}`, bytes)) as {
    id: string;
  };
  return { caseId, attachmentId: id, sha256: createHash('sha256').update(bytes).digest('hex'), canary };
}

async function sendLog(api: Api, random: Random, logLines: readonly string[]): Promise<TakenLog> {
  const trackingId = `SOAK_${randomUUID()}_1`;
  const own = Array.from({ length: OWN_RECORDS }, (_, at) =>
    JSON.stringify({
      time: new Date(Date.UTC(2026, 0, 12, 6, 0, 0, at)).toISOString(),
      level: 'info',
      service: 'soak',
      trackingId,
      message: `record ${at}`,
    }),
  );
  const from = random.integer(0, Math.max(0, logLines.length - LAB_LINES));
  const text = [...logLines.slice(from, from + LAB_LINES), ...own, ''].join('\n');
  await api.ask('POST', `/api/logs/files?name=${trackingId}.log`, new Uint8Array(Buffer.from(text)));
  return { trackingId, records: OWN_RECORDS };
}

/** How many records a search by this id finds. */
export async function recordsOf(api: Api, trackingId: string): Promise<number> {
  const lines = await api.insist('POST', '/api/logs/search', { id: trackingId, limit: 100 });
  return String(lines)
    .split('\n')
    .filter((line) => line.includes('"ids"') && line.includes(trackingId)).length;
}

function labCaptures(): string[] {
  return readdirSync(labFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('chrome.har'))
    .sort()
    .map((name) => readFileSync(path.join(labFolder, name), 'utf8'))
    .filter((text) => text.length <= MOST_CAPTURE_BYTES && text.includes('"headers":[{'));
}
