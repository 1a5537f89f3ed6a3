import { expect, it } from 'vitest';
import { expectedOperation, serviceOfPrefix } from './operations.ts';
import { shippedPlaybooks } from './packs/shipped-playbooks.ts';

const host = 'cpapi-r.example.test';
const user =
  '/api/v1/customers/11111111-2222-4333-8444-555555555555/users/66666666-7777-4888-8999-aaaaaaaaaaaa';

it('says which services a change of voicemail settings reaches, with the counters of their ids', () => {
  const found = expectedOperation({ method: 'PATCH', host, path: `${user}/voicemail` }, shippedPlaybooks);
  expect(found?.operation.id).toBe('voicemail-change');
  expect(found?.hops.map(({ service, call, known }) => [service, call, known.prefixes])).toEqual([
    ['cpapi', [], ['CPAPI']],
    ['ociRouter', [0], ['OCIROUTER']],
    ['wxcas', [1], undefined],
  ]);
  const fields = found?.playbook.labels?.[found.operation.fields ?? ''];
  expect(fields?.['/faxMessage/extension']).toBe('UserFaxMessagingModifyRequest.extension');
});

it('does not expect the call server where the recording provider may refuse before', () => {
  const found = expectedOperation(
    { method: 'PATCH', host, path: `${user}/features/callrecording` },
    shippedPlaybooks,
  );
  expect(found?.hops.filter(({ optional }) => optional !== true).map(({ service }) => service)).toEqual([
    'cpapi',
    'recordingProvider',
  ]);
});

it('knows nothing of other requests', () => {
  expect(expectedOperation({ method: 'GET', host, path: '/' }, shippedPlaybooks)).toBe(undefined);
});

it('knows a service by the prefix of its tracking ids, in any case', () => {
  expect(serviceOfPrefix('ocirouter', shippedPlaybooks)?.name).toBe('ociRouter');
  expect(serviceOfPrefix('NOBODY', shippedPlaybooks)).toBe(undefined);
});
