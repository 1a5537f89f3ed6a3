import { type AttachmentRow, addIntake, builtInId, newIntake, remoteOf } from '@harrier/cases';
import { giveFile } from '../http/give-file.ts';
import { limitBytes } from '../http/limit-bytes.ts';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { count, id, list, object, sha256, text, time, visibility } from './schemas.ts';

/** Names come from strangers: one line, and nothing that a terminal or a path would read. */
export const fileName = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  pattern: '^[^\\u0000-\\u001f\\u007f/\\\\]+$',
};
const attachment = object({
  id,
  name: fileName,
  sizeBytes: count,
  sha256,
  visibility,
  createdBy: id,
  createdMs: time,
  removedMs: { type: ['integer', 'null'] },
});

function shown({ caseId: _, putKey: __, mediaType: ___, ...row }: AttachmentRow) {
  return row;
}

export const attachmentRoutes: readonly Route[] = [
  route<undefined, { removed?: boolean }>({
    method: 'GET',
    url: '/api/cases/:caseId/attachments',
    access: 'case:read',
    summary: 'What is attached to a case; with `removed` also what was.',
    query: object({ removed: { type: 'boolean' } }, ['removed']),
    answer: { status: 200, schema: list(attachment) },
    handle: async (call) => {
      const { tenantId } = caller(call);
      const { id: caseId } = found(await call.service.book.getCase(tenantId, call.params.caseId ?? ''));
      const which = call.query.removed === true ? 'with-removed' : 'present';
      return (await call.service.book.attachmentsOf(tenantId, caseId, which)).map(shown);
    },
  }),
  route<AsyncIterable<Uint8Array>, { name: string; visibility?: 'public' | 'private' }>({
    method: 'POST',
    url: '/api/cases/:caseId/attachments',
    access: 'case:write',
    summary:
      'Attaches a file: its bytes are the body. A capture is sanitized and sealed from here on by itself.',
    query: object({ name: fileName, visibility }, ['visibility']),
    takesFile: true,
    answer: { status: 201, schema: attachment },
    handle: async (call) => {
      const { service, query, body } = call;
      const actor = actorOf(call);
      const leftBytes = service.settings.mostTenantBytes - (await service.book.attachedBytes(actor.tenantId));
      const row = await service.book.attach(
        actor,
        call.params.caseId ?? '',
        {
          name: query.name,
          // What a browser or a customer says a file is decides nothing here.
          mediaType: 'application/octet-stream',
          visibility: query.visibility ?? 'public',
          bytes: limitBytes(body, Math.min(service.settings.mostUploadBytes, leftBytes)),
        },
        async (tx, attached) => {
          const connector = { id: builtInId(actor.tenantId), tenantId: actor.tenantId };
          await addIntake(tx, newIntake(connector, remoteOf(attached), service.clock()));
        },
      );
      service.ringWorker();
      return shown(found(row));
    },
  }),
  route({
    method: 'GET',
    url: '/api/attachments/:attachmentId/content',
    access: 'case:read',
    summary: 'The bytes of an attachment. That they were read is audited.',
    answer: { status: 200, mediaType: 'application/octet-stream' },
    handle: async (call) => {
      const { service, reply } = call;
      const { attachmentId = '' } = call.params;
      const row = found(await service.book.getAttachment(caller(call).tenantId, attachmentId));
      if (row.removedMs !== null) throw new RequestError('request/gone');
      const bytes = found(await service.book.openAttachment(actorOf(call), attachmentId));
      return giveFile(reply, row, bytes);
    },
  }),
  route<{ sha256: string }>({
    method: 'DELETE',
    url: '/api/attachments/:attachmentId',
    access: 'case:write',
    summary: 'Removes an attachment, if it is the one with this digest.',
    body: object({ sha256: text(64, 64) }),
    answer: { status: 204 },
    handle: async (call) => {
      const { service, body } = call;
      const { attachmentId = '' } = call.params;
      found(await service.book.getAttachment(caller(call).tenantId, attachmentId));
      const isRemoved = await service.book.removeAttachment(actorOf(call), attachmentId, body.sha256);
      if (!isRemoved) throw new RequestError('request/conflict');
    },
  }),
];
