import { Readable } from 'node:stream';
import {
  appendAudit,
  auditHead,
  exportAudit,
  readAlarms,
  seeReadAlarm,
  writeCheckpoint,
} from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { count, id, limit, list, object, sha256, text, time } from './schemas.ts';

const alarm = object({
  id,
  actor: id,
  atMs: time,
  files: count,
  seenBy: { type: ['string', 'null'] },
  seenMs: { type: ['integer', 'null'] },
});

/** Each reads the whole log of the server; the worker writes a checkpoint every hour by itself. */
const WHOLE_PER_MINUTE = 10;

export const auditRoutes: readonly Route[] = [
  route<undefined, { after: number; limit: number }>({
    method: 'GET',
    url: '/api/audit',
    access: 'audit:read',
    summary: 'Audit entries of your organisation behind a number, in order.',
    query: object({ after: { ...count, default: 0 }, limit }, ['after', 'limit']),
    answer: { status: 200, schema: list(object({ seq: count, line: text(100_000), hash: sha256 })) },
    handle: async (call) =>
      await call.service.store.db
        .selectFrom('auditEntries')
        .select(['seq', 'line', 'hash'])
        .where('tenantId', '=', caller(call).tenantId)
        .where('seq', '>', call.query.after)
        .orderBy('seq')
        .limit(call.query.limit)
        .execute(),
  }),
  route({
    method: 'GET',
    url: '/api/audit/head',
    access: 'audit:read',
    summary: 'Where the chain stands. Keep it elsewhere: it shows later whether the log was cut.',
    answer: { status: 200, schema: object({ seq: count, hash: sha256 }) },
    handle: async ({ service }) => await auditHead(service.store.db),
  }),
  route({
    method: 'POST',
    url: '/api/audit/checkpoints',
    access: 'audit:read',
    summary: 'Writes a Merkle checkpoint at the present head.',
    answer: { status: 201, schema: object({ seq: count, root: sha256, head: sha256, atMs: time }) },
    perMinute: WHOLE_PER_MINUTE,
    handle: async ({ service }) => await writeCheckpoint(service.store.db, service.clock()),
  }),
  route<undefined, { limit: number }>({
    method: 'GET',
    url: '/api/audit/alarms',
    access: 'audit:read',
    summary: 'Who read more files in a short time than your organisation calls usual, the latest first.',
    query: object({ limit }, ['limit']),
    answer: { status: 200, schema: list(alarm) },
    handle: async (call) =>
      (await readAlarms(call.service.store, caller(call).tenantId, call.query.limit)).map(
        ({ tenantId: _, ...row }) => row,
      ),
  }),
  route({
    method: 'PATCH',
    url: '/api/audit/alarms/:alarmId',
    access: 'audit:read',
    summary: 'You have looked into an alarm.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      const isSeen = await seeReadAlarm(service.store, actorOf(call), params.alarmId ?? '', service.clock());
      if (!isSeen) throw new RequestError('request/not-found');
    },
  }),
  route({
    method: 'GET',
    url: '/api/audit/export',
    access: 'audit:read',
    summary:
      'The whole log as text that verify-audit.mjs checks. It is one chain for all organisations of this server.',
    answer: { status: 200, mediaType: 'text/plain' },
    perMinute: WHOLE_PER_MINUTE,
    handle: async (call) => {
      const { service, reply } = call;
      const { name: actor, tenantId } = actorOf(call);
      const event = {
        action: 'audit/exported',
        actor,
        tenantId,
        subject: 'audit',
        atMs: service.clock(),
        facts: {},
      } as const;
      await service.store.transaction(async (tx) => await appendAudit(tx, event));
      reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', 'attachment; filename="harrier-audit.txt"');
      return Readable.from(exportAudit(service.store.db), { objectMode: false });
    },
  }),
];
