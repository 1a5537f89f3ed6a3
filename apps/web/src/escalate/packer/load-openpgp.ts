// The library stays a file of its own, as it was published: whoever runs this may put another build of it there.
import openpgpUrl from 'openpgp?url';
import type * as OpenPgp from 'openpgp';

/** OpenPGP.js, when it is needed. */
export async function loadOpenPgp(): Promise<typeof OpenPgp> {
  return (await import(/* @vite-ignore */ openpgpUrl)) as typeof OpenPgp;
}
