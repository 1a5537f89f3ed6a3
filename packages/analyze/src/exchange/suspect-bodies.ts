import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';
import { outcomeOf } from './outcome.ts';

/** A body up to here is looked at whole, of a longer one both ends: errors stand at the root, first or last. */
const WHOLE_BYTES = 64 * 1024;
const END_BYTES = 4 * 1024;

/**
 * What a body must hold for an answered request to have failed inside: the words of every shape that speaks for
 * itself (see `error-text`). One linear pattern over bytes read as latin1.
 */
const suspicious =
  /err|Err|ERR|fault|Fault|fail|Fail|FAIL|"(?:success|ok|isSuccess)\\?"\s{0,4}:\s{0,4}false|__type/;

const decoder = new TextDecoder('latin1');

/**
 * Whether an entry that was answered with less than 400 may say inside that it failed, so that opening it is worth
 * while. Reads a bounded part of its body, and only of media types that carry messages.
 */
export async function mayFailInside(capture: Capture, row: number): Promise<boolean> {
  const { columns, strings } = capture.index;
  const flags = columns.flags[row] as number;
  if (outcomeOf(capture.index, row) !== 'answered' || (flags & EntryFlag.contentBase64) !== 0) return false;
  const length = columns.contentLength[row] as number;
  if (length === NO_RANGE || length < 8) return false;
  if (!/json|xml|graphql/.test(strings.get(columns.mimeType[row] as number))) return false;
  const start = (columns.entryStart[row] as number) + (columns.contentStart[row] as number);
  const { source } = capture;
  if (length <= WHOLE_BYTES) return suspicious.test(decoder.decode(await source.read(start, length)));
  if (suspicious.test(decoder.decode(await source.read(start, END_BYTES)))) return true;
  return suspicious.test(decoder.decode(await source.read(start + length - END_BYTES, END_BYTES)));
}
