import { caller, type Route, route } from './route.ts';
import { accountName, id, list, object, text } from './schemas.ts';

/** What a page shows at once. */
const MOST_NAMES = 100;

export const nameRoutes: readonly Route[] = [
  route<undefined, { ids: string }>({
    method: 'GET',
    url: '/api/names',
    access: 'signed-in',
    summary:
      'What accounts of your organisation are called, by their ids with commas between, as they stand in cases. There is no list of all.',
    query: object({ ids: text(MOST_NAMES * 40) }),
    answer: { status: 200, schema: list(object({ id, name: accountName })) },
    handle: async (call) =>
      await call.service.store.db
        .selectFrom('accounts')
        .select(['id', 'name'])
        .where('tenantId', '=', caller(call).tenantId)
        .where('id', 'in', call.query.ids.split(',').slice(0, MOST_NAMES))
        .execute(),
  }),
];
