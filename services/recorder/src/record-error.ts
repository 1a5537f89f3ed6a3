import type { RecordErrorCode } from '@harrier/knowledge';

/** Why a recording could not be made. `message` is for logs; sentences come from `knowledge` by the code. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;
  /** Where it was looked or what was tried: a path, an address, an exit code. Never captured text. */
  readonly place: string | undefined;

  constructor(code: RecordErrorCode, place?: string, cause?: unknown) {
    super(place === undefined ? code : `${code}: ${place}`, { cause });
    this.name = 'RecordError';
    this.code = code;
    this.place = place;
  }
}
