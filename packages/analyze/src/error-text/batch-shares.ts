import type { BatchItems } from './batch-found.ts';
import { textIn } from './batch-part.ts';
import { asksForAsMany, type BatchRequest, isBatchUrl } from './batch-request.ts';
import { oneLine } from './one-line.ts';
import { type JsonObject, object } from './shape-hit.ts';
import { folded } from './verdict-words.ts';

/** Names of lists of parts, as they are compared. */
export const listNames: ReadonlySet<string> = new Set([
  ...['responses', 'results', 'items', 'operations', 'outcomes', 'compositeresponse'],
]);

/** A list of only those parts that worked, or that did not. */
export function isShare(name: string): boolean {
  return [failedNames, errorListNames, workedNames].some((names) => names.has(stem(name)));
}

/** A name in a JSON pointer. RFC 6901 §3. */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

const failedNames: ReadonlySet<string> = new Set(
  [
    'failed',
    'failure',
    'failures',
    'fehlerhaft',
    'rejections',
    'writeErrors',
    'failedItems',
    'rejected',
    'unprocessed',
    'unprocessedItems',
    'fehlgeschlagen',
    'échecs',
  ]
    .concat(['fallidos', 'falhas', 'falliti', 'mislukt', '失敗', '失败', '실패', 'ko', 'nok', 'ng'])
    .concat(['abgelehnt', 'rejetés', 'refusés', 'échoués', 'rechazados', 'rifiutati', 'rejeitados', '拒否'])
    .map(folded),
);

/** Lists of errors, which count as parts where it is counted beside them how many worked. */
const errorListNames: ReadonlySet<string> = new Set(
  [
    'errors',
    'error',
    'erreurs',
    'fehler',
    'errores',
    'errori',
    'erros',
    'エラー',
    '错误',
    '錯誤',
    '오류',
  ].map(folded),
);

const workedNames: ReadonlySet<string> = new Set(
  ['succeeded', 'successful', 'success', 'created', 'updated', 'deleted', 'accepted', 'processed', 'imported']
    .concat(['inserted', 'verarbeitet', 'übernommen', 'traités', 'procesados', 'elaborati', 'processados'])
    .concat([
      'erfolgreich',
      'réussis',
      'réussites',
      'exitosos',
      'sucessos',
      'riusciti',
      'gelukt',
      '成功',
      '성공',
    ])
    .concat([
      'ok',
      'angelegt',
      'aktualisiert',
      'importiert',
      'gespeichert',
      'créés',
      'importés',
      'enregistrés',
    ])
    .concat(['creados', 'importados', 'guardados', 'creati', 'importati', 'criados', 'salvos', 'opgeslagen'])
    .concat(['登録', '更新', '処理済み', '导入', '已处理', '匯入', '등록', '처리'])
    .map(folded),
);

/**
 * `{succeeded: [1, 2], failed: [{id: 3, reason}]}`, `{imported: 2, errors: [{row: 3, reason}]}`, `{results: […], errors: […]}`: what worked, and
 * a list, a map or, of what was asked for as a batch, a number of what did not.
 */
export function readShares(root: unknown, at: string, request: BatchRequest): BatchItems | undefined {
  const item = object(root);
  if (item === undefined) return undefined;
  const lists = Object.entries(item).filter(([, value]) => isParts(value));
  const worked =
    lists.find(([name]) => workedNames.has(stem(name))) ??
    lists.find(([name]) => listNames.has(folded(name)));
  const well =
    countUnder(item, workedNames) ?? (worked === undefined ? undefined : partsOf(worked[1]).length);
  const failed =
    lists.find(([name, value]) => failedNames.has(stem(name)) && partsOf(value).length > 0) ??
    countedErrors(item) ??
    ((well ?? 0) > 0 ? lists.find(([name]) => errorListNames.has(stem(name))) : undefined);
  if (well === undefined || failed === undefined)
    return (
      readCounts(item, well, request) ??
      (at === ''
        ? readShares(item.data ?? item.result, item.data === undefined ? '/result' : '/data', request)
        : undefined)
    );
  const [name, value] = failed;
  const parts = partsOf(value);
  const [first] = parts;
  if (first === undefined) return undefined;
  return {
    items: parts.length + well,
    failed: parts.length,
    text:
      textIn(object(first[1]) ?? {}).text ?? (typeof first[1] === 'string' ? oneLine(first[1]) : 'failed'),
    pointer: `${at}/${name}/${escaped(first[0])}`,
  };
}

/** Parts in a list, or in a map by their names. */
function isParts(value: unknown): boolean {
  return Array.isArray(value) || object(value) !== undefined;
}

function partsOf(value: unknown): [string, unknown][] {
  return Object.entries((Array.isArray(value) ? value : object(value)) ?? {});
}

/** `{total: 3, succeeded: 2, failed: 1}` of what was asked for as a batch: numbers alone. */
function readCounts(
  item: JsonObject,
  well: number | undefined,
  { url = '', bodyText }: BatchRequest,
): BatchItems | undefined {
  const failed = countUnder(item, failedNames) ?? 0;
  if (well === undefined || failed <= 0) return undefined;
  if (!isBatchUrl(url) && !asksForAsMany(bodyText, well + failed)) return undefined;
  return { items: well + failed, failed, text: 'failed' };
}

/** `failedRecordCount`, `numErrors`, `rejectedRows` without what they count and that they do. */
function stem(name: string): string {
  return folded(name)
    .replace(/^(?:num|nb|total|anzahl|nombre)(?=.{4})/, '')
    .replace(/(?<=.{4})(?:(?:record|row|item|entr(?:y|ie)|element|zeile|ligne)s?|count|liste?|anzahl)+$/, '');
}

/** `{succeeded: 2, failed: 1, errors: [{id, message}]}`: a list of what is counted beside it. */
function countedErrors(item: JsonObject): [string, unknown] | undefined {
  const count = countUnder(item, failedNames) ?? countUnder(item, errorListNames);
  const list = Object.entries(item).find(
    ([name, value]) => errorListNames.has(stem(name)) && Array.isArray(value) && value.length === count,
  );
  return count === 0 ? undefined : list;
}

function countUnder(item: JsonObject, names: ReadonlySet<string>): number | undefined {
  const [, count] =
    Object.entries(item).find(([name, value]) => typeof value === 'number' && names.has(stem(name))) ?? [];
  return count as number | undefined;
}
