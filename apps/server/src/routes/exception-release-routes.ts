import { recordRead } from '@harrier/cases';
import { type Exception, ExceptionRefused, pseudonymsOfEntries } from '@harrier/cases/exceptions';
import { nodeSpool } from '@harrier/har/node';
import { giveFile } from '../http/give-file.ts';
import { limitBytes } from '../http/limit-bytes.ts';
import { exceptionOf, exceptionSchema, sealedIntake, shownExceptions, signerOf } from './exception-routes.ts';
import { actorOf, type Route, type RouteCall, route } from './route.ts';
import { count, id, list, object, sha256, text } from './schemas.ts';

/** A few values or one session key, encrypted. */
const MOST_RELEASE_BYTES = 4 << 20;

/** That a key holder saw what a release is made of is written down, as every way to bytes is. */
async function auditMaterial(call: RouteCall<unknown, unknown>, exception: Exception, what: string) {
  const { name: actor, tenantId } = actorOf(call);
  const event = {
    action: 'exception/material-read',
    actor,
    tenantId,
    subject: `sha256:${exception.sealedSha256}`,
    atMs: call.service.clock(),
    facts: { exception: exception.id, what },
  } as const;
  await call.service.store.transaction(async (tx) => await recordRead(tx, event));
}

async function forRelease(call: RouteCall<unknown, unknown>): Promise<Exception> {
  const { tenantId, id: exceptionId } = await exceptionOf(call);
  return await call.service.exceptions.forRelease(tenantId, exceptionId, signerOf(call));
}

/** The pseudonyms that an exception is for; of requests, those that stand in the clean capture. */
async function pseudonymsOf(call: RouteCall<unknown, unknown>, exception: Exception) {
  const { scope } = exception;
  if (scope.kind !== 'entries') return scope.kind === 'values' ? scope.pseudonyms : [];
  const { facts } = await sealedIntake(call, exception.intakeId);
  const { clean } = facts;
  if (clean === undefined) throw new ExceptionRefused('exception/no-values');
  const makeSpool = nodeSpool();
  const spool = makeSpool(clean.sizeBytes);
  try {
    for await (const piece of await call.service.objects.open(clean.sha256)) await spool.write(piece);
  } catch (error) {
    await spool.discard();
    throw error;
  }
  const source = await spool.finish();
  return await pseudonymsOfEntries(source, scope.entries, makeSpool);
}

export const exceptionReleaseRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/exceptions/:exceptionId/material',
    access: 'exception:release',
    summary:
      'What a key holder makes a release of: the requester’s key, the pseudonyms, and for a whole file its capsule. Audited.',
    answer: {
      status: 200,
      schema: object(
        {
          id,
          sealedSha256: sha256,
          scope: { enum: ['values', 'entries', 'whole'] },
          requesterKey: text(50_000),
          pseudonyms: list(text(100)),
          capsule: text(100_000),
          sealedMap: object({ sha256, sizeBytes: count }),
        },
        ['capsule', 'sealedMap'],
      ),
    },
    handle: async (call) => {
      const exception = await forRelease(call);
      const { facts } = await sealedIntake(call, exception.intakeId);
      const pseudonyms = await pseudonymsOf(call, exception);
      await auditMaterial(call, exception, exception.scope.kind === 'whole' ? 'capsule' : 'pseudonyms');
      const sealedMap = facts.clean?.sealedMap;
      return {
        id: exception.id,
        sealedSha256: exception.sealedSha256,
        scope: exception.scope.kind,
        requesterKey: exception.requesterKey,
        pseudonyms,
        // The capsule opens the whole file: who may give single values has no use for it.
        ...(exception.scope.kind === 'whole' ? { capsule: facts.sealed.capsule } : {}),
        ...(exception.scope.kind === 'whole' || sealedMap === undefined
          ? {}
          : { sealedMap: { sha256: sealedMap.sha256, sizeBytes: sealedMap.sizeBytes } }),
      };
    },
  }),
  route({
    method: 'GET',
    url: '/api/exceptions/:exceptionId/sealed-map',
    access: 'exception:release',
    summary: 'The sealed map, which the vault’s keys open: what each pseudonym stood for. Audited.',
    answer: { status: 200, mediaType: 'application/octet-stream' },
    handle: async (call) => {
      const exception = await forRelease(call);
      const { facts } = await sealedIntake(call, exception.intakeId);
      const sealedMap = facts.clean?.sealedMap;
      if (sealedMap === undefined || exception.scope.kind === 'whole')
        throw new ExceptionRefused('exception/no-values');
      await auditMaterial(call, exception, 'sealed-map');
      const bytes = await call.service.objects.open(sealedMap.sha256);
      return giveFile(call.reply, { name: 'sealed-map.pgp', sizeBytes: sealedMap.sizeBytes }, bytes);
    },
  }),
  route<AsyncIterable<Uint8Array>>({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/release',
    access: 'exception:release',
    summary: 'Hands a release over: the body is a message that the requester’s key alone opens.',
    takesFile: true,
    answer: { status: 200, schema: exceptionSchema },
    handle: async (call) => {
      const { tenantId, id: exceptionId } = await exceptionOf(call);
      const parts: Uint8Array[] = [];
      for await (const part of limitBytes(call.body, MOST_RELEASE_BYTES)) parts.push(part);
      const message = new Uint8Array(Buffer.concat(parts));
      const released = await call.service.exceptions.release(tenantId, exceptionId, signerOf(call), message);
      call.service.ringWorker();
      return (await shownExceptions(call, [released]))[0];
    },
  }),
];
