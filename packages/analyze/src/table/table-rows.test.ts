import { expect, it } from 'vitest';
import { harOf } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { tableRows } from './table-rows.ts';

it('shows what a field says of a gRPC call that failed under a 200', async () => {
  const call = { url: 'https://api.example.test/users.Users/Get', mimeType: 'application/grpc-web+proto' };
  const steps = [
    { ...call, response: { 'grpc-status': '7', 'grpc-message': 'not%20allowed' } },
    { ...call, response: { 'grpc-status': '0' } },
  ];
  const errors: (string | null)[] = [];
  for await (const { error } of tableRows(await captureOf(harOf(steps)))) errors.push(error);
  expect(errors).toEqual(['not allowed', null]);
});
