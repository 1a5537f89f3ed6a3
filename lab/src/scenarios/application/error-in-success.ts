import type { Scenario } from '../../scenario/scenario.ts';
import { json } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { application } from './family.ts';

/** An action whose answer is a 200 that says no. */
function saysNo(name: string, title: string, action: string, answer: unknown, mediaType?: string): Scenario {
  const [method = 'GET', path = '/'] = action.split(' ');
  const sent = method === 'GET' ? '' : `, { number: '+15550123', extension: '4123' }`;
  return application({
    name,
    title,
    script: `const numbers = await http.get('/api/numbers');
      show(numbers.json().items.length + ' numbers');
      const answer = await http.send('${method}', '${path}'${sent});
      show(answer.json()?.message ?? 'That did not work.');`,
    routes: () => ({
      '/api/numbers': json({ items: [{ id: 'n-1', number: '+15550123' }], total: 1 }),
      [action]: json(answer, mediaType === undefined ? {} : { fields: { 'content-type': mediaType } }),
    }),
    truth: fault('fail/error-in-success', { method, url: path }),
  });
}

/** The status says 200 and the body says otherwise, in the shapes that services have for it. */
export const errorInSuccess: readonly Scenario[] = [
  saysNo('error-true', 'A number cannot be assigned; the page says nothing.', 'POST /api/numbers/assign', {
    error: true,
    message: 'The number is assigned to another location.',
  }),
  saysNo('error-object', 'Saving a person spins and goes back.', 'PUT /api/people/p-17', {
    error: { code: 'EXTENSION_IN_USE', message: 'Extension 4123 is used by p-31.' },
  }),
  saysNo('errors-array', 'Two of my fields are red without a reason.', 'POST /api/locations', {
    data: null,
    errors: [
      { code: 'INVALID_POSTCODE', field: 'address.postcode' },
      { code: 'MISSING_EMERGENCY_ADDRESS', field: 'emergency' },
    ],
  }),
  saysNo('success-false', 'A hunt group is not created.', 'POST /api/hunt-groups', {
    success: false,
    reason: 'At least one agent is needed.',
  }),
  saysNo('ok-false', 'A message is never sent.', 'POST /api/messages', {
    ok: false,
    error: 'channel_is_archived',
  }),
  saysNo('status-error', 'Voicemail settings do not load.', 'GET /api/voicemail', {
    status: 'error',
    message: 'Mailbox store is not available.',
    data: null,
  }),
  saysNo('error-code', 'A licence is not taken back.', 'DELETE /api/licences/l-9', {
    errorCode: 400118,
    message: 'The licence is in use by a shared line.',
    trackingId: 'DIRECTORY_3f1c2a7e-0a3b-4f5d-9f6e-0c7c5d1b2a90_4',
  }),
  saysNo('json-rpc-error', 'The queue’s board stays at zero.', 'POST /rpc', {
    jsonrpc: '2.0',
    id: 7,
    error: { code: -32000, message: 'Queue service did not answer.' },
  }),
  saysNo(
    'problem-details',
    'Moving a user to another site does nothing.',
    'POST /api/people/p-17/move',
    {
      type: 'https://directory.example.test/problems/site-full',
      title: 'The site has no free extensions.',
      status: 409,
      detail: 'Site Harbour has 200 of 200 extensions in use.',
    },
    'application/problem+json',
  ),
  saysNo('error-in-result', 'The recorder cannot be switched on.', 'PATCH /api/recording', {
    meta: { requestId: '8c11', tookMs: 12 },
    result: { success: false, errors: [{ code: 'VENDOR_TERMS_NOT_ACCEPTED' }] },
  }),
];
