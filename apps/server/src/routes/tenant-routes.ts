import { RequestError } from '../http/request-error.ts';
import { actorOf, caller, type Route, type RouteCall, route } from './route.ts';
import { accountName, id, list, object, password, text, time } from './schemas.ts';

const tenant = object({ id, name: text(200), createdMs: time });

/** The first organisation of a server is that of whoever runs it: its administrators make the others. */
async function expectFirst(call: RouteCall<unknown, unknown>): Promise<void> {
  const [first] = await call.service.accounts.organisations.list();
  if (first?.id !== caller(call).tenantId) throw new RequestError('request/forbidden');
}

export const tenantRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/tenants',
    access: 'account:manage',
    summary: 'The organisations of this server; for administrators of the first one.',
    answer: { status: 200, schema: list(tenant) },
    handle: async (call) => {
      await expectFirst(call);
      return await call.service.accounts.organisations.list();
    },
  }),
  route<{ organisation: string; name: string; password: string }>({
    method: 'POST',
    url: '/api/tenants',
    access: 'account:manage',
    summary: 'Makes an organisation with its first administrator; for administrators of the first one.',
    body: object({ organisation: text(200), name: accountName, password }),
    answer: { status: 201, schema: tenant },
    handle: async (call) => {
      await expectFirst(call);
      const made = await call.service.accounts.organisations.create(actorOf(call).name, call.body);
      await call.service.registry.refresh();
      return made;
    },
  }),
];
