import type { Surroundings } from '../call.ts';
import type { Region } from '../clock.ts';
import type { Signer } from '../identity/tokens.ts';
import { jsonService } from '../json-service.ts';
import { jsonResponse, pathOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';

/** What the bell of the administrators' portal shows. Shared by all customers: who asks is in the query. */
export function notificationService(region: Region, surroundings: Surroundings, signer: Signer): Service {
  const { notifications } = surroundings.estate;
  return jsonService('notification-service', region, surroundings, signer, ({ request, log }) => {
    if (request.method !== 'POST' || pathOf(request) !== '/notify/api/v2/notifications/search')
      return undefined;
    log('INFO', 'notifications found', { count: notifications.length });
    return jsonResponse(200, {
      items: notifications.map(({ id, title, createdMs }) => ({
        id,
        title,
        created: new Date(createdMs).toISOString(),
        read: false,
      })),
    });
  });
}
