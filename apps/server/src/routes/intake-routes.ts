import { type Intake, type IntakeFilter, intakeMark, listIntakes } from '@harrier/cases';
import type { FastifyRequest } from 'fastify';
import { languageOf, sentencesOf } from '../http/problem.ts';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { actorOf, caller, type Route, type RouteCall, route } from './route.ts';
import { id, limit, object } from './schemas.ts';

/** An intake for people: what trouble means and what to do stand beside its code, in the reader's language. */
function shown({ tenantId: _, facts, ...intake }: Intake, request: FastifyRequest) {
  const { trouble } = intake;
  const sentences = trouble === undefined ? undefined : sentencesOf(trouble.code, languageOf(request));
  // The capsule is for key holders, by the way of an exception.
  const sealed = facts.sealed === undefined ? {} : { sealed: { ...facts.sealed, capsule: undefined } };
  return {
    ...intake,
    facts: { ...facts, ...sealed },
    mark: intakeMark(intake.id),
    needsPerson: intake.state === 'stuck' || intake.state === 'original-present',
    ...(sentences === undefined ? {} : { reason: sentences.what, nextStep: sentences.next }),
  };
}

/** Proxies close what is silent for a minute; whoever may read no more is told nothing after this long. */
const BEAT_MS = 25_000;

const mark = { type: 'string', pattern: '^[0-9a-f]{12}$' };

export const intakeRoutes: readonly Route[] = [
  route<undefined, IntakeFilter>({
    method: 'GET',
    url: '/api/intakes',
    access: 'case:read',
    summary:
      'What was done with attachments: those that changed last first, of a case those that began last; `after` is the id of the last one that you have, `mark` the beginning of an id, `destroyed` those whose sealed original retention has deleted.',
    query: object(
      { caseRef: id, connector: id, mark, destroyed: { type: 'boolean', const: true }, after: id, limit },
      ['caseRef', 'connector', 'mark', 'destroyed', 'after', 'limit'],
    ),
    answer: { status: 200 },
    handle: async (call) => {
      const intakes = await listIntakes(call.service.store.db, caller(call).tenantId, call.query);
      return intakes.map((intake) => shown(intake, call.request));
    },
  }),
  route({
    method: 'GET',
    url: '/api/intakes/:intakeId',
    access: 'case:read',
    summary: 'One intake, with what it found out and where it stands.',
    answer: { status: 200 },
    handle: async (call) => shown(await intakeOfCaller(call), call.request),
  }),
  route({
    method: 'POST',
    url: '/api/intakes/:intakeId/restart',
    access: 'intake:restart',
    summary: 'Sets a stuck intake going again from the step where it stands.',
    answer: { status: 204 },
    handle: async (call) => {
      const intake = await intakeOfCaller(call);
      const isRestarted = await call.service.intakes.restart(
        intake.id,
        actorOf(call).name,
        call.service.clock(),
      );
      if (!isRestarted) throw new RequestError('request/conflict');
      call.service.ringWorker();
    },
  }),
  route({
    method: 'GET',
    url: '/api/cases/:caseId/events',
    access: 'case:read',
    summary:
      'What happens to the case’s attachments, as server-sent events, until either side ends, or the session or token.',
    answer: { status: 200, mediaType: 'text/event-stream' },
    handle: async ({ service, params, request, reply, ...call }) => {
      const identity = caller(call);
      const { tenantId } = identity;
      const { id: caseId } = found(await service.book.getCase(tenantId, params.caseId ?? ''));
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, { ...reply.getHeaders(), 'content-type': 'text/event-stream' } as Record<
        string,
        string
      >);
      raw.write(': connected\n\n');
      const stop = service.events.listen(
        (event) => {
          if (event.tenantId !== tenantId || event.caseRef !== caseId) return;
          const { intake, step, state } = event;
          raw.write(`event: intake\ndata: ${JSON.stringify({ intake, step, state })}\n\n`);
        },
        () => raw.end(),
      );
      const look = async (): Promise<void> => {
        // A fault ends the stream, too: the page asks again, and is told.
        const now = await service.accounts.signIns.lookAgain(identity).catch(() => undefined);
        if (now?.permissions.has('case:read') === true) raw.write(': still here\n\n');
        else raw.end();
      };
      const beat = setInterval(() => void look(), BEAT_MS);
      request.raw.once('close', () => {
        stop();
        clearInterval(beat);
      });
    },
  }),
];

/** The intake of the route's `intakeId`, if it is of the caller's tenant. Error: `request/not-found`. */
export async function intakeOfCaller(call: RouteCall<unknown, unknown>): Promise<Intake> {
  const intake = found(await call.service.intakes.get(call.params.intakeId ?? ''));
  if (intake.tenantId !== caller(call).tenantId) throw new RequestError('request/not-found');
  return intake;
}
