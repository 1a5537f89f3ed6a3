import { makeUploadLink, revokeUploadLink, type UploadLinkRow, uploadLinksOf } from '@harrier/cases';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { count, id, list, object, text, time } from './schemas.ts';

const uploadLink = object({ id, expiresMs: time, wantsOriginal: { type: 'boolean' }, files: count });

function shown({ id: linkId, expiresMs, wantsOriginal, files }: UploadLinkRow) {
  return { id: linkId, expiresMs, wantsOriginal: wantsOriginal === 1, files };
}

export const uploadLinkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/cases/:caseId/upload-links',
    access: 'case:write',
    summary: 'The links that work by which a customer sends files to this case.',
    answer: { status: 200, schema: list(uploadLink) },
    handle: async (call) => {
      const { service, params } = call;
      const { tenantId } = caller(call);
      const { id: caseId } = found(await service.book.getCase(tenantId, params.caseId ?? ''));
      return (await uploadLinksOf(service.store, tenantId, caseId, service.clock())).map(shown);
    },
  }),
  route<{ days: number; wantsOriginal: boolean }>({
    method: 'POST',
    url: '/api/cases/:caseId/upload-links',
    access: 'case:write',
    summary:
      'Makes a link by which a customer without an account sends files to this case. It is shown this once.',
    body: object({ days: { type: 'integer', minimum: 1, maximum: 30 }, wantsOriginal: { type: 'boolean' } }),
    answer: { status: 201, schema: object({ id, link: text(1000) }) },
    handle: async (call) => {
      const { service, params, body } = call;
      const actor = actorOf(call);
      const { id: caseId } = found(await service.book.getCase(actor.tenantId, params.caseId ?? ''));
      const made = await makeUploadLink(service.store, actor, { caseId, ...body }, service.clock());
      if (made === undefined) throw new RequestError('request/enough');
      const { token, row } = made;
      // Behind `#`, which browsers send to nobody and write in no log.
      return { id: row.id, link: `${service.settings.publicOrigin}/#upload=${token}` };
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/upload-links/:linkId',
    access: 'case:write',
    summary: 'Ends a link.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      const isRevoked = await revokeUploadLink(
        service.store,
        actorOf(call),
        params.linkId ?? '',
        service.clock(),
      );
      if (!isRevoked) throw new RequestError('request/not-found');
    },
  }),
];
