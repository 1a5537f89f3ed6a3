import {
  type AttachmentRow,
  addIntake,
  addSealedUpload,
  beginsSealed,
  builtInId,
  countUpload,
  keyIdsOf,
  newIntake,
  openUploadLink,
  remoteOf,
  type UploadLinkRow,
} from '@harrier/cases';
import { attachWithin } from '../http/attach-within.ts';
import { RequestError } from '../http/request-error.ts';
import type { Service } from '../service.ts';
import { fileName } from './attachment-routes.ts';
import { found } from './case-routes.ts';
import { type Route, type RouteCall, route } from './route.ts';
import { count, id, list, object, sha256, text } from './schemas.ts';

/** Guessing 256 bits is hopeless; this keeps it from being tried at all. */
const PER_MINUTE = 30;
/** A session key for some keys and one line of text; Node takes 16 kB of header fields together. */
const MOST_CAPSULE_CHARS = 12_000;

const sent = object({ name: text(255), sizeBytes: count, sha256 });
const namedFile = object({ name: fileName });

/** The link in the request's own header: not in the address, which servers and browsers write down. Error: `request/gone`. */
async function linkOf({ service, request }: RouteCall<unknown, unknown>): Promise<UploadLinkRow> {
  const token = request.headers['harrier-upload'];
  const link =
    typeof token === 'string' ? await openUploadLink(service.store, token, service.clock()) : undefined;
  if (link === undefined) throw new RequestError('request/gone');
  return link;
}

/** The vault's keys that an original is sealed for; none where there are fewer than it must be. */
async function uploadKeys({ vaultKeys, settings }: Service, tenantId: string) {
  const keys = await vaultKeys(tenantId);
  return keys.length < settings.leastRecipients ? [] : keys;
}

function shown({ name, sizeBytes, sha256: digest }: AttachmentRow) {
  return { name, sizeBytes, sha256: digest };
}

export const uploadRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/uploads',
    access: 'public',
    summary: 'What an upload link leads to; its token is in the field `Harrier-Upload`.',
    answer: {
      status: 200,
      schema: object({
        organisation: text(200),
        caseNumber: count,
        wantsOriginal: { type: 'boolean' },
        mostBytes: count,
        keys: list(object({ fingerprint: id, armored: text(400_000) })),
      }),
    },
    perMinute: PER_MINUTE,
    handle: async (call) => {
      const { service } = call;
      const { tenantId, caseId, wantsOriginal } = await linkOf(call);
      const { number } = found(await service.book.getCase(tenantId, caseId));
      const { name } = await service.store.db
        .selectFrom('tenants')
        .select('name')
        .where('id', '=', tenantId)
        .executeTakeFirstOrThrow();
      return {
        organisation: name,
        caseNumber: number,
        wantsOriginal: wantsOriginal === 1,
        mostBytes: service.settings.mostUploadBytes,
        keys: (wantsOriginal === 1 ? await uploadKeys(service, tenantId) : []).map(
          ({ fingerprint, openPgpKey }) => ({ fingerprint, armored: openPgpKey.armor() }),
        ),
      };
    },
  }),
  route<AsyncIterable<Uint8Array>, { name: string }>({
    method: 'POST',
    url: '/api/uploads/clean',
    access: 'public',
    summary:
      'Takes a capture that was made clean in the customer’s browser. It is examined like every attachment: what is not clean is sanitized and sealed.',
    query: namedFile,
    takesFile: true,
    answer: { status: 201, schema: sent },
    perMinute: PER_MINUTE,
    handle: async (call) => {
      const { service, query, body } = call;
      const link = await linkOf(call);
      if (!(await countUpload(service.store, link.id))) throw new RequestError('request/gone');
      const { tenantId, caseId } = link;
      const row = await attachWithin(
        service,
        { name: `upload-link:${link.id}`, tenantId },
        caseId,
        {
          name: query.name,
          mediaType: 'application/octet-stream',
          visibility: 'public',
          bytes: body,
        },
        async (tx, attached) => {
          const connector = { id: builtInId(tenantId), tenantId };
          await addIntake(tx, newIntake(connector, remoteOf(attached), service.clock()));
        },
      );
      service.ringWorker();
      return shown(found(row));
    },
  }),
  route<AsyncIterable<Uint8Array>, { name: string }>({
    method: 'POST',
    url: '/api/uploads/original',
    access: 'public',
    summary:
      'Takes an original that was sealed in the customer’s browser for the vault’s keys, with its key capsule in `Harrier-Capsule`. Bytes that are not sealed are refused.',
    query: namedFile,
    takesFile: true,
    answer: { status: 201, schema: sent },
    perMinute: PER_MINUTE,
    handle: async (call) => {
      const { service, query, body, request } = call;
      const link = await linkOf(call);
      const { tenantId, caseId } = link;
      if (link.wantsOriginal !== 1) throw new RequestError('request/forbidden');
      const sealing = await capsuleOf(request.headers['harrier-capsule'], service, tenantId);
      if (!(await countUpload(service.store, link.id))) throw new RequestError('request/gone');
      const row = await attachWithin(
        service,
        { name: `upload-link:${link.id}`, tenantId },
        caseId,
        {
          name: query.name,
          mediaType: 'application/octet-stream',
          visibility: 'private',
          bytes: onlySealed(body),
        },
        async (tx, attached) => await addSealedUpload(tx, tenantId, attached, sealing, service.clock()),
      );
      return shown(found(row));
    },
  }),
];

/** The capsule, which must be for the vault's keys and no others. Error: `request/invalid`. */
async function capsuleOf(field: string | string[] | undefined, service: Service, tenantId: string) {
  if (typeof field !== 'string' || field.length > MOST_CAPSULE_CHARS || !/^[A-Za-z0-9+/]+=*$/.test(field))
    throw new RequestError('request/invalid');
  const capsule = new Uint8Array(Buffer.from(field, 'base64'));
  const keyIds = await keyIdsOf(capsule);
  const wanted = (await uploadKeys(service, tenantId)).map(({ encryptionKeyId }) => encryptionKeyId);
  if (keyIds.length === 0 || keyIds.toSorted().join() !== wanted.toSorted().join())
    throw new RequestError('request/invalid');
  return { capsule, keyIds };
}

/** Lets sealed bytes through. An original in the clear ends before anything of it is kept. Error: `request/invalid`. */
async function* onlySealed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    if (isFirst && !beginsSealed(piece[0])) throw new RequestError('request/invalid');
    isFirst = false;
    yield piece;
  }
  if (isFirst) throw new RequestError('request/invalid');
}
