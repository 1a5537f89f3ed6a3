import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Har } from '../recorder/har.ts';
import { sessionOf } from './session.ts';

const CONTENT_TYPES = `<?xml version="1.0" encoding="utf-8" ?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="htm" ContentType="text/html" /><Default Extension="xml" ContentType="application/xml" /><Default Extension="txt" ContentType="text/plain" /></Types>`;

/** The index page's date in a zip cannot be left out, so it is always the same. */
const FIXED_DATE = new Date(2026, 0, 15, 9, 30, 0);

/** The entries that a proxy would have seen. */
export function throughProxy(har: Har): Har {
  return { log: { entries: har.log.entries.filter((entry) => sessionOf(entry) !== undefined) } };
}

/**
 * Writes what Fiddler Classic would have kept of the same exchanges, had the browser's requests gone through it.
 * What never left the browser is not in it. Spec: Fiddler's SAZ format (`raw/<n>_c.txt`, `_s.txt`, `_m.xml`).
 */
export async function writeSaz(har: Har): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: FIXED_DATE });
  const add = (name: string, content: string | Uint8Array) =>
    writer.add(
      name,
      new Uint8ArrayReader(typeof content === 'string' ? new TextEncoder().encode(content) : content),
    );
  await add('[Content_Types].xml', CONTENT_TYPES);
  const sessions = har.log.entries.map(sessionOf).filter((session) => session !== undefined);
  const digits = Math.max(2, String(sessions.length).length);
  for (const [index, session] of sessions.entries()) {
    const number = String(index + 1).padStart(digits, '0');
    await add(`raw/${number}_c.txt`, session.request);
    await add(`raw/${number}_m.xml`, session.meta(index + 1));
    await add(`raw/${number}_s.txt`, session.response);
  }
  const comment = 'Fiddler (v5.0.20244.10953) Session Archive. See https://fiddler2.com';
  return await writer.close(new TextEncoder().encode(comment));
}
