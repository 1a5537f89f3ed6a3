import { type Capture, joinBytes } from '@harrier/har';
import { withoutCompanions } from './clean-together.ts';

/** A HAR of only some entries of a clean capture, in the file's order. Entries are copied byte for byte. */
export async function writeEntries(capture: Capture, rows: readonly number[]): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const { entryStart, entryLength } = capture.index.columns;
  const { log } = await capture.openRawLog();
  const members = Object.entries(withoutCompanions(log)).map(
    ([name, value]) =>
      `    ${JSON.stringify(name)}: ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')},\n`,
  );
  const pieces: Uint8Array[] = [encoder.encode(`{\n  "log": {\n${members.join('')}    "entries": [`)];
  for (const [at, row] of rows.entries()) {
    pieces.push(encoder.encode(at === 0 ? '\n      ' : ',\n      '));
    // A source may use its bytes again.
    const bytes = await capture.source.read(entryStart[row] as number, entryLength[row] as number);
    pieces.push(bytes.slice());
  }
  pieces.push(encoder.encode(rows.length === 0 ? ']\n  }\n}\n' : '\n    ]\n  }\n}\n'));
  return joinBytes(pieces);
}
