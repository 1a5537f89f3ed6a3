import { callsOf, type Surroundings } from '../call.ts';
import type { Region } from '../clock.ts';
import type { Signer } from '../identity/tokens.ts';
import { jsonService } from '../json-service.ts';
import { jsonResponse, pathOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';

/** Long work in the background, as a list of jobs. */
export function batchService(region: Region, surroundings: Surroundings, signer: Signer): Service {
  const { jobs } = surroundings.estate;
  return jsonService('admin-batch-service', region, surroundings, signer, ({ request, log }) => {
    if (request.method !== 'GET' || !/^\/api\/v1\/customers\/[\w-]+\/jobs$/.test(pathOf(request)))
      return undefined;
    log('INFO', 'jobs listed', {
      count: jobs.length,
      storeCall: callsOf(request, 'ADMINBATCHCLIENT').next(),
    });
    return jsonResponse(200, {
      jobs: jobs.map(({ createdMs, ...job }) => ({ ...job, created: new Date(createdMs).toISOString() })),
    });
  });
}
