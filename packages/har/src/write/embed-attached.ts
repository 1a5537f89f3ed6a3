import { encodeBase64 } from '../body/base64.ts';
import { isJsonObject, type JsonMembers } from '../entry/raw-object.ts';

type OpenAttached = (name: string) => Promise<Uint8Array | undefined>;

/**
 * Puts the bodies that lie beside the HAR (Playwright's `_file`) into the entry, as text where they are UTF-8, else
 * as base64. The name stays as `_embeddedFile`: under `_file` Playwright would look for a file that is not there.
 */
export async function embedAttached(
  raw: JsonMembers,
  openAttached: OpenAttached | undefined,
): Promise<JsonMembers> {
  if (!openAttached) return raw;
  const withContent = await embedInto(raw, 'response', 'content', openAttached);
  return await embedInto(withContent, 'request', 'postData', openAttached);
}

async function embedInto(
  raw: JsonMembers,
  side: 'request' | 'response',
  holder: 'content' | 'postData',
  openAttached: OpenAttached,
): Promise<JsonMembers> {
  const message = raw[side];
  const held = isJsonObject(message) ? message[holder] : undefined;
  if (!isJsonObject(held) || typeof held._file !== 'string' || held.text) return raw;
  const bytes = await openAttached(held._file);
  if (!bytes) return raw;
  const { _file, ...others } = held;
  const embedded = { ...others, ...textOrBase64(bytes), _embeddedFile: _file };
  return { ...raw, [side]: { ...(message as JsonMembers), [holder]: embedded } };
}

function textOrBase64(bytes: Uint8Array): { text: string; encoding?: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: encodeBase64(bytes), encoding: 'base64' };
  }
}
