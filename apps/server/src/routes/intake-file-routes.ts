import type { Readable } from 'node:stream';
import { type Intake, recordRead } from '@harrier/cases';
import { type FileFacts, giveFile } from '../http/give-file.ts';
import { found } from './case-routes.ts';
import { sealedIntake } from './exception-routes.ts';
import { intakeOfCaller } from './intake-routes.ts';
import { actorOf, type Route, type RouteCall, route } from './route.ts';

/**
 * What was made of an attachment, out of the object store: a case system may have taken neither the clean copy nor the sealed
 * original, because they are too large for it.
 */
export const intakeFileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/intakes/:intakeId/clean',
    access: 'case:read',
    summary: 'The clean copy, also where the case system would not take it. Audited.',
    answer: { status: 200, mediaType: 'application/octet-stream' },
    handle: async (call) => {
      const intake = await intakeOfCaller(call);
      return await give(call, intake, found(intake.facts.clean));
    },
  }),
  route({
    method: 'GET',
    url: '/api/intakes/:intakeId/sealed',
    access: 'case:read',
    summary:
      'The sealed original, also where the case system would not take it. Audited; it opens with a key alone.',
    answer: { status: 200, mediaType: 'application/octet-stream' },
    handle: async (call) => {
      const intake = await sealedIntake(call, call.params.intakeId ?? '');
      return await give(call, intake, intake.facts.sealed);
    },
  }),
];

/** Writes the reading down, and then gives the bytes, to be saved and never shown. */
async function give(
  call: RouteCall<unknown, unknown>,
  { id, attachment }: Intake,
  { sha256, ...file }: FileFacts & { readonly sha256: string },
): Promise<Readable> {
  const { name: actor, tenantId } = actorOf(call);
  const bytes = await call.service.objects.open(sha256);
  await call.service.store.transaction(
    async (tx) =>
      await recordRead(tx, {
        action: 'attachment/read',
        actor,
        tenantId,
        subject: `sha256:${sha256}`,
        atMs: call.service.clock(),
        facts: { caseId: attachment.caseRef, intake: id },
      }),
  );
  return giveFile(call.reply, file, bytes);
}
