import { sanitize } from 'har-sanitizer';

type Har = Parameters<typeof sanitize>[0];
type Entries = Har['log']['entries'];

/** What became of a capture, and which entries it could not be given. */
export interface Mended {
  readonly har: Har;
  /** What was thrown, by the index of the entry that went through untouched. */
  readonly failures: readonly { readonly entry: number; readonly message: string }[];
}

/**
 * The npm package `har-sanitizer`, helped over its own falls: it gives up a whole capture for one entry that it does not
 * expect (a relative Location, JSON that is cut or base64-encoded, a data: URL in a Referer). Those entries are found one by
 * one and stay as they were; all others go through together, because each call draws a salt of its own.
 */
export async function sanitizeWhatItCan(har: Har): Promise<Mended> {
  try {
    return { har: await sanitize(har), failures: [] };
  } catch {
    const failures: { entry: number; message: string }[] = [];
    for (const [entry, content] of har.log.entries.entries())
      try {
        await sanitize(withEntries(har, [content]));
      } catch (error) {
        failures.push({ entry, message: error instanceof Error ? error.message : String(error) });
      }
    const failing = new Set(failures.map(({ entry }) => entry));
    const clean = await sanitize(
      withEntries(
        har,
        har.log.entries.filter((_, entry) => !failing.has(entry)),
      ),
    );
    let next = 0;
    const entries = har.log.entries.map((content, entry) =>
      failing.has(entry) ? content : (clean.log.entries[next++] as Entries[number]),
    );
    return { har: { ...clean, log: { ...clean.log, entries } }, failures };
  }
}

function withEntries(har: Har, entries: Entries): Har {
  return { ...har, log: { ...har.log, entries } };
}
