import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

/** Dates of members would tell runs apart. */
const FIXED_DATE = new Date(2026, 0, 15, 9, 30, 0);

/** The same archive with one member's text rewritten; members in the order of their names. */
export async function rewriteMember(
  archive: Uint8Array,
  name: string,
  rewrite: (text: string) => string,
): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: FIXED_DATE });
  const members = (await reader.getEntries()).sort((a, b) => (a.filename < b.filename ? -1 : 1));
  for (const member of members) {
    if (member.directory) continue;
    const content = await member.getData(new Uint8ArrayWriter());
    const kept =
      member.filename === name
        ? new TextEncoder().encode(rewrite(new TextDecoder().decode(content)))
        : content;
    await writer.add(member.filename, new Uint8ArrayReader(kept));
  }
  await reader.close();
  return await writer.close();
}
