/**
 * Why a log cannot be read, or not as asked: the codes of `LogFormatError` and `LogInputError`.
 *
 * | code | meaning |
 * |---|---|
 * | `logs/format-wrong` | a file with a log format is none |
 * | `logs/format-unknown` | no format has the id that was asked for |
 * | `logs/zone-unknown` | no time zone has that name |
 * | `logs/input-failed` | a path that was asked for cannot be read |
 */
export type LogReadErrorCode =
  | 'logs/format-wrong'
  | 'logs/format-unknown'
  | 'logs/zone-unknown'
  | 'logs/input-failed';
