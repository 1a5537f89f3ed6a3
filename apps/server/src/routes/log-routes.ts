import { Readable } from 'node:stream';
import type { LogLevel } from '@harrier/logs';
import { limitBytes } from '../http/limit-bytes.ts';
import { RequestError } from '../http/request-error.ts';
import { auditSearch } from '../logs/audit-search.ts';
import { auditTakenIn } from '../logs/audit-taken-in.ts';
import { deskFor } from '../logs/desk-for.ts';
import { logRoom } from '../logs/log-room.ts';
import { actorOf, caller, type JsonSchema, type Route, type RouteCall, route } from './route.ts';
import { list, object, text } from './schemas.ts';

const name = text(200);
/** Written down here as well: the description of this API does not load the room of logs. */
const levels: Readonly<Record<LogLevel, true>> = {
  trace: true,
  debug: true,
  info: true,
  warn: true,
  error: true,
  fatal: true,
};
/** A pasted log line is long; of one, only the id is looked at. */
const typed = text(20_000);
const moment = text(40);
/** More than anybody has; each is a term of the store's query. */
const MOST_NAMES = 100;
const names: JsonSchema = { ...list(name), maxItems: MOST_NAMES };

/** Each may be left out. */
const members = {
  id: typed,
  words: typed,
  level: { enum: ['call', 'request', 'session'] },
  scope: { enum: ['source', 'global'] },
  host: name,
  region: name,
  sources: names,
  since: moment,
  until: moment,
  around: moment,
  services: names,
  severity: { enum: Object.keys(levels) },
  status: object({ from: { type: 'integer' }, to: { type: 'integer' } }),
  fields: {
    type: 'object',
    additionalProperties: typed,
    propertyNames: { maxLength: 200 },
    maxProperties: MOST_NAMES,
  },
  limit: { type: 'integer', minimum: 1 },
};
const question: JsonSchema = object(members, Object.keys(members));

const logName = { ...text(255), pattern: '^[^\\u0000-\\u001f\\u007f/\\\\]+$' };

type Sent = AsyncIterable<Uint8Array>;

export const logRoutes: readonly Route[] = [
  route<unknown>({
    method: 'POST',
    url: '/api/logs/search',
    access: 'logs:read',
    summary:
      'Log records by tracking id, words or time, in time order, as JSON lines: what is asked, each record, the end with what did not answer. That it was searched is audited.',
    body: question,
    answer: { status: 200, mediaType: 'application/x-ndjson' },
    handle: async (call) => {
      const { readLogQuestion, searchDesk } = await logRoom();
      const desk = await deskFor(call.service, caller(call));
      const asked = await understood(() => readLogQuestion(call.body));
      await auditSearch(call.service, actorOf(call), desk, asked, 'records');
      call.reply.type('application/x-ndjson');
      return Readable.from(searchDesk(desk, asked));
    },
  }),
  route<unknown>({
    method: 'POST',
    url: '/api/logs/flow',
    access: 'logs:read',
    summary:
      'One request through the services, hop by hop, and where it broke. That it was searched is audited.',
    body: question,
    answer: { status: 200 },
    handle: async (call) => {
      const { readLogQuestion, traceDesk } = await logRoom();
      const { shippedPlaybooks } = await import('@harrier/analyze');
      const desk = await deskFor(call.service, caller(call));
      const asked = await understood(() => readLogQuestion(call.body));
      await auditSearch(call.service, actorOf(call), desk, asked, 'flow');
      return await understood(async () => await traceDesk(desk, asked, shippedPlaybooks));
    },
  }),
  route({
    method: 'GET',
    url: '/api/logs/sources',
    access: 'logs:read',
    summary: 'The sources that you may search, with how each of them is.',
    answer: { status: 200 },
    handle: async (call) => {
      const { listSources } = await logRoom();
      return await understood(async () => await listSources(await deskFor(call.service, caller(call))));
    },
  }),
  route<Sent, { name: string; source?: string }>({
    method: 'POST',
    url: '/api/logs/files',
    access: 'logs:write',
    summary:
      'Takes a log in: its bytes are the body. JSON lines or any format that is known; gzip, zstd, tar and zip are unpacked. Sent again, it adds nothing. That it was sent is audited.',
    query: object({ name: logName, source: name }, ['source']),
    takesBytes: true,
    answer: { status: 200 },
    handle: async (call) => {
      const { takeFile } = await logRoom();
      const { desk, source } = await placeFor(call, call.query.source, 'file');
      const bytes = limitBytes(call.body, call.service.settings.mostUploadBytes);
      return await understood(async () => await takeFile(desk, { name: call.query.name, source, bytes }));
    },
  }),
  route<Sent, { source?: string }>({
    method: 'POST',
    url: '/v1/logs',
    access: 'logs:write',
    summary:
      'Takes records in from collectors: OTLP/HTTP, in JSON or Protocol Buffers. That they were sent is audited.',
    query: object({ source: name }, ['source']),
    takesBytes: true,
    answer: { status: 200 },
    handle: async (call) => {
      const { handleIngest } = await logRoom();
      const { desk, source } = await placeFor(call, call.query.source, 'otlp');
      const { headers } = call.request;
      const { status, contentType, body, retryAfter } = await handleIngest(
        {
          method: 'POST',
          path: '/v1/logs',
          contentType: headers['content-type'] ?? '',
          contentEncoding: headers['content-encoding'] ?? '',
          body: call.body,
        },
        { ...desk, source },
      );
      if (retryAfter !== undefined) call.reply.header('retry-after', retryAfter);
      call.reply.code(status).type(contentType);
      return typeof body === 'string' ? body : Buffer.from(body);
    },
  }),
];

/** Where somebody's records go: to the source that they name, else to their own. That they go there is written down first. */
async function placeFor(call: RouteCall<unknown, unknown>, wanted: string | undefined, as: 'file' | 'otlp') {
  const identity = caller(call);
  const { mayUse, ownSource, ...rest } = await deskFor(call.service, identity);
  const source = wanted ?? ownSource;
  // What belongs to another organisation is not there.
  if (!mayUse(source)) throw new RequestError('request/not-found');
  // As the sender says it: what is sent in pieces says nothing.
  const length = Number(call.request.headers['content-length']);
  const bytes = Number.isSafeInteger(length) ? length : null;
  const actor = actorOf(call);
  if (as === 'otlp') await call.service.collectors.request(actor, source, bytes);
  else await auditTakenIn(call.service, actor, { source, as, bytes });
  return { desk: { ...rest, store: rest.whole }, source };
}

/** A question that cannot be read is told in the words of this API. */
async function understood<Result>(answer: () => Result | Promise<Result>): Promise<Result> {
  const { LogQuestionError } = await logRoom();
  try {
    return await answer();
  } catch (error) {
    if (error instanceof LogQuestionError) throw new RequestError('request/invalid');
    throw error;
  }
}
