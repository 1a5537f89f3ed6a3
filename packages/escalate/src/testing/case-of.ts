import { memorySource, openCapture } from '@harrier/har';
import type { Language } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { unzipSync } from 'fflate';
import {
  type Answers,
  type Attachment,
  type AuditHead,
  buildPackage,
  type DrawFlow,
  type EscalationPackage,
  type LogRecord,
  type TargetId,
} from '../index.ts';

/** Of the one request that fails in {@link failingEntry}. */
export const TRACKING_ID = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_3';

/** A change that a portal sent, and a gateway answered with 500. */
export const failingEntry = {
  startedDateTime: '2026-01-15T09:30:02.000Z',
  time: 500,
  _resourceType: 'fetch',
  request: {
    method: 'PATCH',
    url: 'https://api.example.test/users/1/features/fax',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'TrackingID', value: TRACKING_ID }],
    cookies: [],
    queryString: [],
    headersSize: -1,
    bodySize: -1,
  },
  response: {
    status: 500,
    statusText: 'Internal Server Error',
    httpVersion: 'HTTP/1.1',
    headers: [],
    cookies: [],
    content: { size: 40, mimeType: 'application/json', text: '{"message":"The switch did not answer."}' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  },
  cache: {},
  timings: { send: 0, wait: 500, receive: 0 },
};

const page = {
  ...failingEntry,
  startedDateTime: '2026-01-15T09:30:00.000Z',
  time: 10,
  _resourceType: 'document',
  request: {
    ...failingEntry.request,
    method: 'GET',
    url: 'https://portal.example.test/users?tab=1',
    headers: [],
  },
  response: {
    ...failingEntry.response,
    status: 200,
    statusText: 'OK',
    content: { size: 15, mimeType: 'text/html', text: '<html></html>' },
  },
};

export const errorRecord: LogRecord = {
  time: '2026-01-15T09:30:02.300Z',
  source: 'cpapi-eu',
  region: 'eu',
  service: 'cpapi',
  host: 'cpapi-7',
  level: 'error',
  ids: [TRACKING_ID.replace('ATLAS', 'CPAPI')],
  direction: null,
  peer: '',
  status: 500,
  durationMs: null,
  file: 'app.log',
  line: 7,
  format: 'text',
  text: 'switch: no answer within 400 ms',
  fields: {},
};

export interface Given {
  readonly entries?: readonly object[];
  /** Of the capture; default: it has none. */
  readonly pages?: readonly unknown[];
  /** Makes damage in the file; default: it stays whole. */
  readonly damageText?: (har: string) => string;
  readonly answers?: Answers;
  readonly records?: readonly LogRecord[];
  readonly attachments?: readonly Attachment[];
  readonly audit?: AuditHead;
  readonly drawFlow?: DrawFlow;
  readonly sign?: (sums: Uint8Array) => Promise<string>;
  readonly language?: Language;
  readonly target?: TargetId;
}

/** The package of a capture in which a page is opened and then something fails. */
export async function caseOf(given: Given = {}): Promise<EscalationPackage> {
  const entries = given.entries ?? [page, failingEntry];
  const { pages, damageText = (text: string) => text } = given;
  const har = { log: { version: '1.2', creator: { name: 'test', version: '1' }, pages, entries } };
  const capture = await openCapture(memorySource(new TextEncoder().encode(damageText(JSON.stringify(har)))));
  return await buildPackage(
    {
      capture,
      answers: given.answers ?? {},
      records: given.records,
      attachments: given.attachments ?? [],
      audit: given.audit,
    },
    {
      key: new Uint8Array(32).fill(7),
      words: words(given.language ?? 'en'),
      target: given.target ?? 'generic',
      toolVersion: '0.0.0',
      ...(given.drawFlow === undefined ? {} : { drawFlow: given.drawFlow }),
      ...(given.sign === undefined ? {} : { sign: given.sign }),
    },
  );
}

/** The files of a package as text. */
export function filesOf({ zip }: EscalationPackage): Readonly<Record<string, string>> {
  const files = unzipSync(zip);
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** Why a package is a draft. */
export function lacksOf({ gate }: EscalationPackage): string[] {
  return gate.questions.flatMap(({ question, lacks }) => lacks.map(({ code }) => `${question}: ${code}`));
}
