import type { Capture } from '@harrier/har';
import { object } from '../error-text/shape-hit.ts';
import { contentBytes } from '../exchange/content-bytes.ts';
import { entryUrl } from '../exchange/indexed-text.ts';
import { organisationOfUrl } from './organisation.ts';

/** Organisation resources are small; and there are few of them in a capture. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_BODIES = 50;

/**
 * Names of organisations by their id, as far as a response in the capture tells them: the resource of an
 * organisation itself, looked for by its URL so that few bodies are read.
 */
export function organisationNames(capture: Capture): Promise<ReadonlyMap<string, string>> {
  // Screens ask for a few rows at a time, a hundred times.
  const known = remembered.get(capture);
  if (known !== undefined) return known;
  const names = readNames(capture);
  remembered.set(capture, names);
  return names;
}

const remembered = new WeakMap<Capture, Promise<ReadonlyMap<string, string>>>();

async function readNames(capture: Capture): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const { columns, length } = capture.index;
  let read = 0;
  for (let row = 0; row < length && read < MAX_BODIES; row++) {
    const status = columns.status[row] as number;
    const size = contentBytes(capture.index, row);
    if (status < 200 || status > 299 || size === undefined || size > MAX_BODY_BYTES) continue;
    const url = await entryUrl(capture, row);
    const id = organisationOfUrl(url)?.id;
    if (
      id === undefined ||
      !/\/(?:customers|organi[sz]ations|orgs|org|tenants)\/[^/?#]+\/?(?:[?#]|$)/i.test(url)
    )
      continue;
    read++;
    const name = nameIn((await capture.openBody(row, 'response')).text);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

function nameIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const root = object(JSON.parse(text));
    const name = root?.displayName ?? root?.orgName ?? root?.organizationName ?? root?.name;
    return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : undefined;
  } catch {
    return undefined;
  }
}
