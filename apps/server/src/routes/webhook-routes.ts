import { verifyWebhook } from '@harrier/cases';
import { limitBytes } from '../http/limit-bytes.ts';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { type Route, type RouteCall, route } from './route.ts';

/** It names a case, and whatever else its sender puts beside that. */
const MOST_BYTES = 64 * 1024;
const MOST_CHARS = 200;

export const webhookRoutes: readonly Route[] = [
  route<AsyncIterable<Uint8Array>>({
    method: 'POST',
    url: '/api/connectors/:connectorId/webhook',
    access: 'public',
    isSigned: true,
    summary:
      'A case system tells of a case to be looked at, without waiting for the next look: `{"case": "…"}`, signed in `harrier-signature`.',
    takesBytes: true,
    answer: { status: 204 },
    perMinute: 120,
    handle: async (call) => {
      const { service, params } = call;
      const { registry, intakes, clock } = service;
      const connectorId = params.connectorId ?? '';
      const caseRef = caseOf(await genuineBody(call, await registry.webhookSecrets(connectorId)));
      const connector = found(registry.find(connectorId));
      // Nothing of the message is believed: what is attached is asked of the case system itself.
      for (const attachment of await connector.list(caseRef))
        await intakes.announce(connector, attachment, clock());
      service.ringWorker();
    },
  }),
];

/** Error: `request/wrong-sign-in`, whatever is wrong with the signature, and for a case system that has no webhook. */
async function genuineBody(
  { body, request, service }: RouteCall<AsyncIterable<Uint8Array>, unknown>,
  secrets: readonly string[],
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of limitBytes(body, MOST_BYTES)) parts.push(part);
  const whole = Buffer.concat(parts);
  const field = request.headers['harrier-signature'];
  const signature = typeof field === 'string' ? field : undefined;
  if (verifyWebhook({ signature, body: whole }, secrets, service.clock()) !== 'genuine')
    throw new RequestError('request/wrong-sign-in');
  return whole;
}

/** Error: `request/invalid`. */
function caseOf(body: Buffer): string {
  try {
    const { case: caseRef } = JSON.parse(body.toString('utf8')) as { case?: unknown };
    if (typeof caseRef === 'string' && caseRef !== '' && caseRef.length <= MOST_CHARS) return caseRef;
  } catch {
    // Told below.
  }
  throw new RequestError('request/invalid');
}
