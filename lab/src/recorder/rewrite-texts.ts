import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** Dates of members would tell runs apart. */
const FIXED_DATE = new Date(2026, 0, 15, 9, 30, 0);

/** Endings that Playwright gives to bodies of text, and the HAR itself. */
const TEXT = /\.(?:har|json|html|js|css|txt|xml|svg)$/;

/** The same archive with its texts rewritten; members in the order of their names. */
export async function rewriteTexts(
  archive: Uint8Array,
  rewrite: (text: string, name: string) => string,
): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: FIXED_DATE });
  const members = (await reader.getEntries()).sort((a, b) => (a.filename < b.filename ? -1 : 1));
  for (const member of members) {
    if (member.directory) continue;
    const content = await member.getData(new Uint8ArrayWriter());
    await writer.add(member.filename, new Uint8ArrayReader(rewritten(content, member.filename, rewrite)));
  }
  await reader.close();
  return await writer.close();
}

function rewritten(
  content: Uint8Array,
  name: string,
  rewrite: (text: string, name: string) => string,
): Uint8Array {
  if (!TEXT.test(name)) return content;
  return new TextEncoder().encode(rewrite(new TextDecoder().decode(content), name));
}
