import { UsageError } from '../../arguments/usage-error.ts';
import type { AskedScope } from './exception-service.ts';

/** What `--for` says: `whole`, `entries:3,4`, or pseudonyms with commas between them. Error: {@link UsageError}. */
export function askedScope(given: string | undefined): AskedScope {
  if (given === undefined) throw new UsageError({ kind: 'missing-option', option: '--for' });
  if (given === 'whole') return { kind: 'whole' };
  const entries = /^entries:(\d{1,9}(?:,\d{1,9})*)$/.exec(given)?.[1];
  if (entries !== undefined) return { kind: 'entries', entries: entries.split(',').map(Number) };
  // A pseudonym of a number is a number.
  if (/^[\w-]+(,[\w-]+)*$/.test(given)) return { kind: 'values', pseudonyms: given.split(',') };
  const oneOf = ['hx-…,hx-…', 'entries:3,4', 'whole'];
  throw new UsageError({ kind: 'not-one-of', option: '--for', given, oneOf, meant: undefined });
}
