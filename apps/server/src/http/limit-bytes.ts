import { RequestError } from './request-error.ts';

/** Lets bytes through up to a limit, whatever `Content-Length` said; a request that has no body has none. Error: `request/too-large`. */
export async function* limitBytes(
  bytes: AsyncIterable<Uint8Array> | undefined,
  most: number,
): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const piece of bytes ?? []) {
    passed += piece.length;
    if (passed > most) throw new RequestError('request/too-large');
    yield piece;
  }
}
