import { type Route, route } from './route.ts';
import { object } from './schemas.ts';

export const serverRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/health/live',
    access: 'public',
    summary: 'The process answers.',
    answer: { status: 200, schema: object({ ok: { const: true } }) },
    handle: async () => ({ ok: true }),
  }),
  route({
    method: 'GET',
    url: '/api/health/ready',
    access: 'public',
    summary: 'Database and object store answer too; 503 where one does not.',
    answer: { status: 200, schema: object({ ok: { const: true } }) },
    handle: async ({ service, reply }) => {
      try {
        await service.store.db.selectFrom('auditHead').select('seq').execute();
        await service.objects.sizeOf('0'.repeat(64));
        return { ok: true };
      } catch {
        reply.code(503);
        return { ok: false };
      }
    },
  }),
  route({
    method: 'GET',
    url: '/api/metrics',
    access: 'metrics:read',
    summary: 'Metrics for Prometheus; it signs in with an API token.',
    answer: { status: 200, mediaType: 'text/plain' },
    handle: async ({ service, metrics, reply }) => {
      reply.type('text/plain; version=0.0.4; charset=utf-8');
      return await metrics.text(service.store, service.clock());
    },
  }),
];
