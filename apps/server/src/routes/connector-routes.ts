import {
  addDefinition,
  CaseSystemError,
  type ConnectorDefinition,
  ConnectorSettingsError,
  connectorHealth,
  connectorSchema,
  mostPerMinute,
  type OwnedDefinition,
  plainDefinition,
  readBackfill,
  readDefinition,
  removeDefinition,
  replaceDefinition,
  startBackfill,
  stopBackfill,
} from '@harrier/cases';
import { words } from '@harrier/knowledge/words';
import type { FastifyRequest } from 'fastify';
import { languageOf } from '../http/problem.ts';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { actorOf, caller, type Route, type RouteCall, route } from './route.ts';
import { count, id, object, time } from './schemas.ts';

const backfill = object(
  {
    mode: { enum: ['dry-run', 'run'] },
    state: { enum: ['going', 'stopped', 'done'] },
    perMinute: count,
    found: count,
    foundBytes: count,
    announced: count,
    startedMs: time,
    updatedMs: time,
    trouble: object({ code: id, reason: id, nextStep: id }),
  },
  ['trouble'],
);

/** Case systems that an organisation sets up here: each is looked through every minute. */
const MOST_DEFINITIONS = 50;

/** A code with what it means and what to do, in the reader's language. */
function troubleOf(code: string, request: FastifyRequest) {
  const { errors } = words(languageOf(request)).cases;
  const { what, next } = errors[code as keyof typeof errors] ?? errors['intake/internal'];
  return { code, reason: what, nextStep: next };
}

/** What a page shows of a definition: where its secret is and whether it is there, never the secret. */
async function shown({ service }: RouteCall<unknown, unknown>, owned: OwnedDefinition) {
  const { connectorId, definition, from } = owned;
  const secret = await service.registry.secretState(owned);
  return {
    connectorId,
    from,
    hasSecret: secret?.isThere ?? true,
    ...(secret === undefined ? {} : { secretAt: secret.at }),
    definition: plainDefinition(definition),
  };
}

/**
 * The definition of a body. What only whoever runs the server may say is refused: a private network, a folder of it, a secret
 * of the server.
 */
function definitionOf(call: RouteCall<unknown, unknown>): ConnectorDefinition {
  const { registry } = call.service;
  try {
    const definition = readDefinition(call.body);
    if (
      definition.network === 'private' ||
      definition.kind === 'folder' ||
      !registry.mayName(definition, caller(call).tenantId)
    )
      throw new RequestError('request/forbidden');
    return definition;
  } catch (error) {
    throw error instanceof ConnectorSettingsError ? new RequestError('request/invalid') : error;
  }
}

async function ownConnector(call: RouteCall<unknown, unknown>): Promise<string> {
  const { connectorId = '' } = call.params;
  const connector = found(call.service.registry.find(connectorId));
  if (connector.tenantId !== caller(call).tenantId) throw new RequestError('request/not-found');
  return connector.id;
}

export const connectorRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/connectors',
    access: 'case:read',
    summary: 'The case systems of your organisation: what each can do, and how it was at the last look.',
    answer: { status: 200 },
    handle: async ({ service, identity, request }) => {
      const health = await connectorHealth(service.store.db);
      const own = service.registry.connectors.filter(({ tenantId }) => tenantId === identity?.tenantId);
      return await Promise.all(
        own.map(async (connector) => {
          const { trouble, ...looked } = health.get(connector.id) ?? {};
          const state = trouble === undefined ? looked : { ...looked, trouble: troubleOf(trouble, request) };
          try {
            return { id: connector.id, ...(await connector.capabilities()), health: state };
          } catch (error) {
            // What it can do is asked of itself; one that does not answer is in the list all the same.
            if (!(error instanceof CaseSystemError)) throw error;
            return { id: connector.id, health: { ...looked, trouble: troubleOf(error.code, request) } };
          }
        }),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/connector-definitions',
    access: 'settings:manage',
    summary: 'How the case systems of your organisation are set up. Secrets are named, never shown.',
    answer: { status: 200 },
    handle: async (call) =>
      await Promise.all(
        call.service.registry
          .definitionsOf(caller(call).tenantId)
          .map(async (owned) => await shown(call, owned)),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/connector-definitions',
    access: 'settings:manage',
    summary: 'Sets a case system up. It is looked at from now on; a back-fill takes in what it had before.',
    body: connectorSchema,
    answer: { status: 204 },
    handle: async (call) => {
      const { service } = call;
      // The organisation may be younger than the last look.
      await service.registry.refresh();
      const definition = definitionOf(call);
      const own = service.registry.definitionsOf(caller(call).tenantId);
      if (own.length >= MOST_DEFINITIONS) throw new RequestError('request/enough');
      const isNew = await addDefinition(service.store, actorOf(call), definition, service.clock());
      if (!isNew) throw new RequestError('request/conflict');
      await service.registry.refresh();
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/connector-definitions/:definitionId',
    access: 'settings:manage',
    summary: 'Puts a whole definition in the place of the one with this id.',
    body: connectorSchema,
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      await service.registry.refresh();
      const own = service.registry.definitionsOf(caller(call).tenantId);
      if (!own.some(({ definition: { id } }) => id === params.definitionId))
        throw new RequestError('request/not-found');
      const definition = definitionOf(call);
      if (definition.id !== params.definitionId) throw new RequestError('request/invalid');
      const isThere = await replaceDefinition(service.store, actorOf(call), definition, service.clock());
      if (!isThere) throw new RequestError('request/not-found');
      await service.registry.refresh();
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/connector-definitions/:definitionId',
    access: 'settings:manage',
    summary: 'Looks at a case system no more. What was taken in from there stays.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      const { definitionId = '' } = params;
      const isThere = await removeDefinition(service.store, actorOf(call), definitionId, service.clock());
      if (!isThere) throw new RequestError('request/not-found');
      await service.registry.refresh();
    },
  }),
  route({
    method: 'POST',
    url: '/api/connectors/:connectorId/look',
    access: 'settings:manage',
    summary:
      'Asks a case system for one page of changes, and takes nothing in: whether address and account are right.',
    answer: {
      status: 200,
      schema: object({ ok: { type: 'boolean' }, trouble: object({ code: id, reason: id, nextStep: id }) }, [
        'trouble',
      ]),
    },
    perMinute: 20,
    handle: async (call) => {
      const connector = found(call.service.registry.find(await ownConnector(call)));
      try {
        const { passedOver } = await connector.poll(connector.cursorSince?.(call.service.clock()), 1);
        if (passedOver !== undefined) throw passedOver;
        return { ok: true };
      } catch (error) {
        if (!(error instanceof CaseSystemError)) throw error;
        return { ok: false, trouble: troubleOf(error.code, call.request) };
      }
    },
  }),
  route({
    method: 'GET',
    url: '/api/connectors/:connectorId/backfill',
    access: 'settings:manage',
    summary: 'Where the taking in of older attachments stands; what a dry run has found.',
    answer: { status: 200, schema: backfill },
    handle: async (call) => {
      const row = found(await readBackfill(call.service.store, await ownConnector(call)));
      const { connector: _, cursor: __, trouble, ...rest } = row;
      return { ...rest, ...(trouble === null ? {} : { trouble: troubleOf(trouble, call.request) }) };
    },
  }),
  route<{ mode: 'dry-run' | 'run'; perMinute?: number }>({
    method: 'POST',
    url: '/api/connectors/:connectorId/backfill',
    access: 'settings:manage',
    summary: 'Begins a dry run, or a run once a dry run is done, or lets one that was stopped go on.',
    body: object(
      {
        mode: { enum: ['dry-run', 'run'] },
        perMinute: { type: 'integer', minimum: 1, maximum: mostPerMinute },
      },
      ['perMinute'],
    ),
    answer: { status: 204 },
    handle: async (call) => {
      const { service, body } = call;
      const connector = await ownConnector(call);
      const asked = { mode: body.mode, perMinute: body.perMinute ?? 20 };
      const isBegun = await startBackfill(service.store, actorOf(call), connector, asked, service.clock());
      if (!isBegun) throw new RequestError('request/conflict');
      service.ringWorker();
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/connectors/:connectorId/backfill',
    access: 'settings:manage',
    summary: 'Stops where it is.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service } = call;
      const connector = await ownConnector(call);
      if (!(await stopBackfill(service.store, actorOf(call), connector, service.clock())))
        throw new RequestError('request/conflict');
    },
  }),
];
