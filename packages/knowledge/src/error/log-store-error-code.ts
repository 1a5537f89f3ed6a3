/**
 * Why a log store cannot do what it was asked: the codes of `LogStoreError`.
 *
 * | code | meaning |
 * |---|---|
 * | `logs/store-address` | the text after `--store` names no store |
 * | `logs/store-unreachable` | no connection, or the file cannot be opened |
 * | `logs/store-refused` | it answered that this user may not |
 * | `logs/store-failed` | it answered with an error |
 * | `logs/store-unwritable` | its file takes nothing in: the disk is full, or somebody else holds it |
 * | `logs/store-foreign` | the file is not a log store |
 * | `logs/store-newer` | a newer version of Harrier wrote it |
 * | `logs/store-read-only` | somebody else's store, which is only searched |
 * | `logs/sources-file` | the file of sources cannot be read |
 */
export type LogStoreErrorCode =
  | 'logs/store-address'
  | 'logs/store-unreachable'
  | 'logs/store-refused'
  | 'logs/store-failed'
  | 'logs/store-unwritable'
  | 'logs/store-foreign'
  | 'logs/store-newer'
  | 'logs/store-read-only'
  | 'logs/sources-file';
