/**
 * `escalate/answers` the answers are not what they should be · `escalate/log-records` a line is no record of `logs search --json` ·
 * `escalate/picture` neither PNG, JPEG, WebM nor MP4, or not whole.
 */
export type EscalateErrorCode = 'escalate/answers' | 'escalate/log-records' | 'escalate/picture';

/** Something that was given for the package cannot be used. Holds names of members, and no value. */
export class EscalateError extends Error {
  readonly code: EscalateErrorCode;
  /** Answers: a JSON pointer. Log records: the line, from 1. Pictures and recordings: the byte offset. */
  readonly place: string;
  /** What should stand there, as a literal: `string`, `JSON`, `PNG, JPEG, WebM, MP4`. */
  readonly expected: string;

  constructor(code: EscalateErrorCode, place: string, expected: string) {
    super(`${code} at ${place === '' ? '/' : place}: expected ${expected}`);
    this.name = 'EscalateError';
    this.code = code;
    this.place = place;
    this.expected = expected;
  }
}
