/** Why a file could not be read at all: the codes of `HarReadError`. */
export type ReadErrorCode =
  | 'har/not-json'
  | 'har/not-a-capture'
  | 'har/empty'
  | 'har/password-needed'
  | 'har/password-wrong'
  | 'har/archive-damaged'
  | 'har/archive-limit'
  | 'har/too-large'
  | 'har/source-failed'
  | 'har/cancelled'
  | 'har/no-such-entry';
