/**
 * Stable codes of why nothing was written.
 *
 * | code | meaning |
 * |---|---|
 * | `sanitize/damaged-input` | the capture is not whole JSON; what cannot be parsed cannot be made clean |
 * | `sanitize/survivor` | the check of the output still found something; a fault of Harrier |
 * | `sanitize/worker-ended` | a thread that did part of the work ended before it was done |
 */
export type SanitizeErrorCode = 'sanitize/damaged-input' | 'sanitize/survivor' | 'sanitize/worker-ended';

/** The promise cannot be kept, so there is no output. Its message never repeats captured values. */
export class SanitizeError extends Error {
  readonly code: SanitizeErrorCode;
  readonly nextStep: string;
  /** Where in the input or output. JSON pointers and counts, never values. */
  readonly places: readonly string[];

  constructor(code: SanitizeErrorCode, message: string, nextStep: string, places: readonly string[] = []) {
    super(message);
    this.name = 'SanitizeError';
    this.code = code;
    this.nextStep = nextStep;
    this.places = places;
  }
}
