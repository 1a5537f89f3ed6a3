import { VaultError } from '@harrier/cases/vault-error';
import type { VaultErrorCode } from '@harrier/knowledge';
import { KeeperError } from '@harrier/recorder/node';
import { SanitizeError, type SanitizeErrorCode } from '@harrier/sanitize';
import { InputError } from '../../input/input-error.ts';
import { OutputFailedError } from '../../output/output-file.ts';

/** What went wrong in the other process, as if it had gone wrong in this one, so that it is told as usual. */
export function errorOfKeeper(error: unknown): unknown {
  if (!(error instanceof KeeperError)) return error;
  const { errorClass, code, places } = error.failure;
  switch (errorClass) {
    case 'SanitizeError':
      return new SanitizeError(code as SanitizeErrorCode, error.message, '', places);
    case 'VaultError':
      return new InputError('--original-to', new VaultError(code as VaultErrorCode, error.message));
    case 'WriteError':
      return new OutputFailedError(places[0] ?? '', Object.assign(new Error(error.message), { code }));
    case 'other':
      return error;
  }
}
