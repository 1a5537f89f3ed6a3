import { UsageError } from './usage-error.ts';

const units: Readonly<Record<string, number>> = {
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/** A number of bytes as people write it: `100MB`, `2 GiB`. Error: {@link UsageError} for anything else, and for nothing. */
export function byteCountOf(option: string, given: string): number {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,5}) ?([a-z]{2,3})$/i.exec(given) ?? [];
  const unitBytes = units[unit.toLowerCase()];
  if (unitBytes === undefined)
    throw new UsageError({
      kind: 'not-one-of',
      option,
      given,
      oneOf: ['<number>kB', '<number>MB', '<number>GB', '<number>MiB'],
      meant: undefined,
    });
  return Number(digits) * unitBytes;
}
