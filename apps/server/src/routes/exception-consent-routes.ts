import {
  defaultExceptionPolicy,
  type ExceptionPolicy,
  exceptionOfConsentLink,
  makeConsentLink,
  readExceptionPolicy,
  reasonCodes,
  writeExceptionPolicy,
} from '@harrier/cases/exceptions';
import { found } from './case-routes.ts';
import { exceptionOf, signerOf } from './exception-routes.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { id, list, object, text, time } from './schemas.ts';

/** Guessing 256 bits is hopeless; this keeps it from being tried at all. */
const GUESSES_PER_MINUTE = 20;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const between = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });

/** Bounds that no organisation goes beyond: a grant that works for a day is none that works once in a session. */
const policy = {
  stepMs: between(60 * minuteMs, 14 * dayMs),
  releaseMs: between(15 * minuteMs, dayMs),
  grantMs: between(minuteMs, 15 * minuteMs),
  leastReason: between(defaultExceptionPolicy.leastReason, 2000),
  needsConsent: { type: 'boolean' },
  wholeAtOnce: { ...list({ enum: [...reasonCodes] }), uniqueItems: true },
};

export const exceptionConsentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/exceptions/:exceptionId/consent-link',
    access: 'exception:approve',
    summary: 'Makes a link by which the customer is asked; you send it. One made before stops working.',
    answer: { status: 201, schema: object({ link: text(1000), untilMs: time }) },
    handle: async (call) => {
      const { service } = call;
      const exception = await exceptionOf(call);
      const token = await makeConsentLink(service.store, exception, signerOf(call), service.clock());
      // Behind `#`, which browsers send to nobody and write in no log.
      return { link: `${service.settings.publicOrigin}/#consent=${token}`, untilMs: exception.dueMs };
    },
  }),
  route<{ token: string }>({
    method: 'POST',
    url: '/api/consent/question',
    access: 'public',
    summary: 'What a customer is asked, by the token of their link.',
    body: object({ token: text(100) }),
    answer: {
      status: 200,
      schema: object({
        organisation: text(200),
        caseRef: id,
        scope: { enum: ['values', 'entries', 'whole'] },
        reason: { enum: [...reasonCodes] },
        untilMs: time,
        open: { type: 'boolean' },
      }),
    },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body }) => {
      const { id: exceptionId, tenantId } = await exceptionOfConsentLink(service.store, body.token);
      const exception = found(await service.exceptionStore.get(tenantId, exceptionId));
      const { name: organisation } = await service.store.db
        .selectFrom('tenants')
        .select('name')
        .where('id', '=', tenantId)
        .executeTakeFirstOrThrow();
      return {
        organisation,
        caseRef: exception.caseRef,
        scope: exception.scope.kind,
        reason: exception.reason.code,
        untilMs: exception.dueMs,
        open: exception.state === 'requested' && exception.consent === 'awaited',
      };
    },
  }),
  route<{ token: string; answer: 'given' | 'declined' }>({
    method: 'POST',
    url: '/api/consent',
    access: 'public',
    summary: 'The customer’s answer. It is given once.',
    body: object({ token: text(100), answer: { enum: ['given', 'declined'] } }),
    answer: { status: 204 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body }) => {
      const { id: exceptionId, tenantId } = await exceptionOfConsentLink(service.store, body.token);
      await service.exceptions.consent(tenantId, exceptionId, body.answer);
      service.ringWorker();
    },
  }),
  route({
    method: 'GET',
    url: '/api/exception-policy',
    access: 'signed-in',
    summary: 'How strict your organisation is with exceptions.',
    answer: { status: 200, schema: object(policy) },
    handle: async (call) => await readExceptionPolicy(call.service.store, caller(call).tenantId),
  }),
  route<Partial<ExceptionPolicy>>({
    method: 'PATCH',
    url: '/api/exception-policy',
    access: 'settings:manage',
    summary: 'Changes how strict your organisation is; what is not said stays.',
    body: object(policy, Object.keys(policy)),
    answer: { status: 200, schema: object(policy) },
    handle: async (call) =>
      await writeExceptionPolicy(call.service.store, actorOf(call), call.body, call.service.clock()),
  }),
];
