import type { Intake } from '@harrier/cases';
import {
  type Actor,
  type Exception,
  ExceptionRefused,
  type ExceptionScope,
  type ExceptionState,
  nextSteps,
  type ReasonCode,
  reasonCodes,
  type Signature,
} from '@harrier/cases/exceptions';
import { readVaultKeys, VaultError } from '@harrier/cases/vault';
import { RequestError } from '../http/request-error.ts';
import type { Service } from '../service.ts';
import { found } from './case-routes.ts';
import { caller, type Route, type RouteCall, route } from './route.ts';
import { count, id, list, object, sha256, text, time } from './schemas.ts';

const MOST_VALUES = 500;
const states = [
  'requested',
  'approved',
  'released',
  'fetched',
  'refused',
  'declined',
  'withdrawn',
  'lapsed',
] as const satisfies ExceptionState[];
const scope = {
  oneOf: [
    object({ kind: { const: 'values' }, pseudonyms: { ...list(text(100)), maxItems: MOST_VALUES } }),
    object({ kind: { const: 'entries' }, entries: { ...list(count), maxItems: MOST_VALUES } }),
    object({ kind: { const: 'whole' } }),
  ],
};
const signature = object({ accountId: id, name: text(200), atMs: time });
export const exceptionSchema = object(
  {
    id,
    version: count,
    caseRef: id,
    intakeId: id,
    sealedSha256: sha256,
    scope,
    reason: object({ code: { enum: [...reasonCodes] }, text: text(10_000) }),
    state: { enum: [...states] },
    consent: { enum: ['not-needed', 'awaited', 'given'] },
    dueMs: time,
    requesterKeyFingerprint: text(100),
    requested: signature,
    approved: signature,
    refused: signature,
    released: signature,
    answeredMs: time,
    fetchedMs: time,
    endedMs: time,
    steps: list({ enum: ['approve', 'refuse', 'withdraw', 'release', 'claim'] }),
  },
  ['approved', 'refused', 'released', 'answeredMs', 'fetchedMs', 'endedMs'],
);

/** Whoever calls, as exceptions know people: by account and by the person behind it. */
export function signerOf(call: { readonly identity: RouteCall<unknown, unknown>['identity'] }): Actor {
  const { accountId, person, roles } = caller(call);
  return { accountId, identity: person, roles };
}

/** What is shown of exceptions: nothing by which a release could be had, and names only of those who took a step. */
export async function shownExceptions(
  call: { readonly service: Service; readonly identity: RouteCall<unknown, unknown>['identity'] },
  exceptions: readonly Exception[],
) {
  const names = await call.service.accounts.namesOf(
    exceptions.flatMap(({ requested, approved, refused, released }) =>
      [requested, approved, refused, released].flatMap((one) => (one === undefined ? [] : [one.accountId])),
    ),
  );
  const actor = signerOf(call);
  const nowMs = call.service.clock();
  return await Promise.all(
    exceptions.map(async (exception) => {
      const { tenantId: _, grant: __, releaseSha256: ___, requesterKey, ...rest } = exception;
      const by = (one: Signature | undefined, as: string) =>
        one === undefined
          ? {}
          : { [as]: { accountId: one.accountId, name: names.get(one.accountId) ?? '?', atMs: one.atMs } };
      return {
        ...rest,
        ...by(exception.requested, 'requested'),
        ...by(exception.approved, 'approved'),
        ...by(exception.refused, 'refused'),
        ...by(exception.released, 'released'),
        requesterKeyFingerprint: await fingerprintOf(requesterKey),
        steps: nextSteps(exception, actor, nowMs),
      };
    }),
  );
}

/** A step was taken: whoever tells the case of it need not wait for the next look. */
async function taken(call: RouteCall<unknown, unknown>, exception: Exception) {
  call.service.ringWorker();
  return await shown(call, exception);
}

async function shown(call: RouteCall<unknown, unknown>, exception: Exception) {
  const [one] = await shownExceptions(call, [exception]);
  return one;
}

/** A requester's key was admitted when the exception began; by now it may have expired, and is still the one it was. */
async function fingerprintOf(requesterKey: string): Promise<string> {
  const [key] = await readVaultKeys(new TextEncoder().encode(requesterKey), new Date()).catch(() => []);
  return key?.fingerprint ?? '?';
}

/** Error: `exception/bad-key` unless it is one public key that can be encrypted for. */
async function checkKey(requesterKey: string): Promise<void> {
  try {
    const keys = await readVaultKeys(new TextEncoder().encode(requesterKey), new Date());
    if (keys.length === 1) return;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
  }
  throw new ExceptionRefused('exception/bad-key');
}

/** The exception of the caller's tenant, or the same answer as for one that never was. */
export async function exceptionOf(call: RouteCall<unknown, unknown>): Promise<Exception> {
  const { service, params } = call;
  return found(await service.exceptionStore.get(caller(call).tenantId, params.exceptionId ?? ''));
}

/** The intake whose sealed original is asked for. Error: `exception/not-sealed`. */
export async function sealedIntake(
  call: RouteCall<unknown, unknown>,
  intakeId: string,
): Promise<Intake & { readonly facts: { readonly sealed: NonNullable<Intake['facts']['sealed']> } }> {
  const intake = found(await call.service.intakes.get(intakeId));
  if (intake.tenantId !== caller(call).tenantId) throw new RequestError('request/not-found');
  const { sealed } = intake.facts;
  if (sealed === undefined) throw new ExceptionRefused('exception/not-sealed');
  return { ...intake, facts: { ...intake.facts, sealed } };
}

interface AskedException {
  readonly intakeId: string;
  readonly scope: ExceptionScope;
  readonly reason: { readonly code: ReasonCode; readonly text: string };
  readonly requesterKey: string;
}

export const exceptionRoutes: readonly Route[] = [
  route<undefined, { state?: ExceptionState; caseRef?: string }>({
    method: 'GET',
    url: '/api/exceptions',
    access: 'case:read',
    summary: 'Exceptions, the oldest first: of a case, in a state, or all that are not ended.',
    query: object({ state: { enum: [...states] }, caseRef: id }, ['state', 'caseRef']),
    answer: { status: 200, schema: list(exceptionSchema) },
    handle: async (call) => {
      const { tenantId } = caller(call);
      const { state, caseRef } = call.query;
      const { exceptionStore } = call.service;
      const open = ['requested', 'approved', 'released'] as const;
      const all =
        caseRef === undefined
          ? await Promise.all(
              (state === undefined ? open : [state]).map(
                async (one) => await exceptionStore.inState(tenantId, one),
              ),
            )
          : [await exceptionStore.forCase(tenantId, caseRef)];
      const wanted = all.flat().filter((one) => state === undefined || one.state === state);
      return await shownExceptions(call, wanted);
    },
  }),
  route<AskedException>({
    method: 'POST',
    url: '/api/exceptions',
    access: 'exception:request',
    summary: 'Asks to see something of a sealed original; the release will be encrypted for `requesterKey`.',
    body: object({
      intakeId: id,
      scope,
      reason: object({ code: { enum: [...reasonCodes] }, text: text(10_000, 0) }),
      requesterKey: text(50_000),
    }),
    answer: { status: 201, schema: exceptionSchema },
    handle: async (call) => {
      const { scope: asked, reason, requesterKey, intakeId } = call.body;
      const { tenantId, attachment, facts } = await sealedIntake(call, intakeId);
      await checkKey(requesterKey);
      const offered = facts.clean?.sealedMap === undefined ? 'whole-only' : 'values-and-whole';
      const request = {
        tenantId,
        caseRef: attachment.caseRef,
        intakeId,
        sealedSha256: facts.sealed.sha256,
        scope: asked,
        reason,
        requesterKey,
      };
      return await taken(call, await call.service.exceptions.request(request, signerOf(call), offered));
    },
  }),
  route({
    method: 'GET',
    url: '/api/exceptions/:exceptionId',
    access: 'case:read',
    summary: 'One exception; `steps` says what you may do with it now.',
    answer: { status: 200, schema: exceptionSchema },
    handle: async (call) => await shown(call, await exceptionOf(call)),
  }),
  route({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/approve',
    access: 'exception:approve',
    summary: 'Approves somebody else’s request.',
    answer: { status: 200, schema: exceptionSchema },
    handle: async (call) => {
      const { tenantId, id: exceptionId } = await exceptionOf(call);
      return await taken(call, await call.service.exceptions.approve(tenantId, exceptionId, signerOf(call)));
    },
  }),
  ...(['exception:approve', 'exception:release'] as const).map((access) =>
    route({
      method: 'POST',
      url: `/api/exceptions/:exceptionId/${access === 'exception:approve' ? 'refuse' : 'refuse-release'}`,
      access,
      summary:
        access === 'exception:approve'
          ? 'Refuses a request, as an approver.'
          : 'Refuses to release what was approved, as a key holder.',
      answer: { status: 200, schema: exceptionSchema },
      handle: async (call) => {
        const { tenantId, id: exceptionId } = await exceptionOf(call);
        return await taken(call, await call.service.exceptions.refuse(tenantId, exceptionId, signerOf(call)));
      },
    }),
  ),
  route({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/withdraw',
    access: 'exception:request',
    summary: 'Takes your own request back.',
    answer: { status: 200, schema: exceptionSchema },
    handle: async (call) => {
      const { tenantId, id: exceptionId } = await exceptionOf(call);
      return await taken(call, await call.service.exceptions.withdraw(tenantId, exceptionId, signerOf(call)));
    },
  }),
  route({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/grants',
    access: 'exception:request',
    summary: 'Gives a token that fetches the release once, in this session, within a quarter of an hour.',
    answer: { status: 201, schema: object({ token: text(100), expiresMs: time }) },
    handle: async (call) => {
      const { service } = call;
      const { tenantId, id: exceptionId } = await exceptionOf(call);
      const { credential } = caller(call);
      const token = await service.exceptions.claim(tenantId, exceptionId, signerOf(call), credential);
      const { grant } = found(await service.exceptionStore.get(tenantId, exceptionId));
      return { token, expiresMs: grant?.expiresMs ?? service.clock() };
    },
  }),
  route<{ token: string }>({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/fetch',
    access: 'exception:request',
    summary: 'Uses a grant up and gives the release: an OpenPGP message that your key alone opens.',
    body: object({ token: text(100) }),
    answer: { status: 200, mediaType: 'application/octet-stream' },
    perMinute: 20,
    handle: async (call) => {
      const { service, body, reply } = call;
      const { tenantId, id: exceptionId } = await exceptionOf(call);
      const { credential } = caller(call);
      const message = await service.exceptions.fetch(tenantId, exceptionId, body.token, credential);
      service.ringWorker();
      reply
        .header('content-disposition', 'attachment; filename="release.pgp"')
        .type('application/octet-stream');
      return Buffer.from(message);
    },
  }),
];
