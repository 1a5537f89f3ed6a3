import { type ByteSource, openCapture, type SpoolFactory } from '@harrier/har';
import { pseudonymsIn } from './pseudonyms-in.ts';

/** More text of one body is not looked through: who needs more of it needs the whole file. */
const MOST_BODY_BYTES = 8 << 20;

/** The pseudonyms in some requests of a clean capture, bodies decoded, each once. Entries that there are not give none. */
export async function pseudonymsOfEntries(
  clean: ByteSource,
  entries: readonly number[],
  spool: SpoolFactory,
): Promise<readonly string[]> {
  const capture = await openCapture(clean, { spool });
  try {
    const found = new Set<string>();
    const take = (text: string): void => {
      for (const pseudonym of pseudonymsIn(text)) found.add(pseudonym);
    };
    for (const entry of new Set(entries)) {
      if (entry >= capture.index.length) continue;
      take(JSON.stringify(await capture.openRawEntry(entry)));
      // Base64 hides pseudonyms in the entry as it is written.
      for (const side of ['request', 'response'] as const)
        take((await capture.openBody(entry, side, { maxBytes: MOST_BODY_BYTES })).text ?? '');
    }
    return [...found];
  } finally {
    await capture.close();
  }
}
