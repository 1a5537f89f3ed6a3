import { endSessions, sessionsOf } from '../accounts/sessions.ts';
import { RequestError } from '../http/request-error.ts';
import { caller, inPerson, type Route, route } from './route.ts';
import { count, list, object, text, time } from './schemas.ts';

/** Guesses of the password, as at signing in. */
const GUESSES_PER_MINUTE = 20;
const session = object({
  id: text(100),
  client: text(100, 0),
  createdMs: time,
  seenMs: time,
  isThis: { type: 'boolean' },
});

export const ownSessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/sessions',
    access: 'signed-in',
    summary: 'Your sessions, the latest first.',
    answer: { status: 200, schema: list(session) },
    handle: async (call) => await sessionsOf(call.service.store, caller(call), call.service.clock()),
  }),
  route<{ id?: string; password?: string; endsTokens?: boolean }>({
    method: 'POST',
    url: '/api/sessions/end',
    access: 'signed-in',
    summary:
      'Ends one of your other sessions, or all of them, and your API tokens if you say so. It takes your password, where your account has one here.',
    body: object(
      {
        id: { type: 'string', pattern: '^[0-9a-f]{16}$' },
        password: text(256),
        endsTokens: { type: 'boolean' },
      },
      ['id', 'password', 'endsTokens'],
    ),
    answer: { status: 200, schema: object({ ended: count }) },
    perMinute: GUESSES_PER_MINUTE,
    handle: async (call) => {
      const { service, body } = call;
      const who = inPerson(call);
      await service.accounts.check.askAgainWhereLocal(who, body.password);
      const which = body.id === undefined ? 'others' : { id: body.id };
      const ended = await endSessions(service.store, who, which, service.clock());
      if (body.id !== undefined && ended === 0) throw new RequestError('request/not-found');
      if (body.endsTokens === true) await service.accounts.apiTokens.revokeAll(who);
      return { ended };
    },
  }),
];
