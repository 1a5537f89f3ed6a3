import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';
import { outcomeOf } from './outcome.ts';

/** What a look at the bytes of a body suggests, before anybody parses it. */
export interface BodyMarks {
  /** May say that the request failed although its status does not. */
  readonly failure: boolean;
  /** Holds a `NO_ACCESS`, the word of permission templates. */
  readonly denial: boolean;
}

/** A body up to here is looked at whole, of a longer one both ends: errors stand at the root, first or last. */
const WHOLE_BYTES = 64 * 1024;
const END_BYTES = 4 * 1024;

/**
 * What a body must hold for an answered request to have failed inside: the words of every shape that speaks for
 * itself (see `error-text`). One linear pattern over bytes read as latin1.
 */
const failureWords =
  /[eE]rr|ERR|[fF]ault|[fF]ail|FAIL|aborted|ABORTED|"(?:success|ok|isSuccess)\\?"\s{0,4}:\s{0,4}false|__type/;
const denialWord = 'NO_ACCESS';

const decoder = new TextDecoder('latin1');
const none: BodyMarks = { failure: false, denial: false };

/**
 * Looks at a bounded part of the body of an entry that was answered, and only where its media type carries messages.
 */
export async function bodyMarks(capture: Capture, row: number): Promise<BodyMarks> {
  const { columns, strings } = capture.index;
  const flags = columns.flags[row] as number;
  if (outcomeOf(capture.index, row) !== 'answered' || (flags & EntryFlag.contentBase64) !== 0) return none;
  const length = columns.contentLength[row] as number;
  if (length === NO_RANGE || length < 8) return none;
  if (!/json|xml|graphql/.test(strings.get(columns.mimeType[row] as number))) return none;
  const start = (columns.entryStart[row] as number) + (columns.contentStart[row] as number);
  const { source } = capture;
  if (length <= WHOLE_BYTES) return marksIn(decoder.decode(await source.read(start, length)));
  const head = decoder.decode(await source.read(start, END_BYTES));
  const tail = decoder.decode(await source.read(start + length - END_BYTES, END_BYTES));
  return marksIn(`${head}\n${tail}`);
}

function marksIn(text: string): BodyMarks {
  const failure = failureWords.test(text);
  const denial = text.includes(denialWord);
  return failure || denial ? { failure, denial } : none;
}

/**
 * Whether an entry that was answered with less than 400 may say inside that it failed, so that opening it is worth
 * while.
 */
export async function mayFailInside(capture: Capture, row: number): Promise<boolean> {
  return (await bodyMarks(capture, row)).failure;
}
