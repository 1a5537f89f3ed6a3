import { describe, expect, it } from 'vitest';
import { isPublicAddress, publicLookup } from './address-guard.ts';

describe('an address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

it('refuses a name that leads to this machine', async () => {
  const answer = await new Promise((resolve) =>
    publicLookup('localhost', {}, (error) => resolve(error?.name)),
  );
  expect(answer).toBe('AddressRefused');
});
