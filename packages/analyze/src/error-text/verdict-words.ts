import { type JsonObject, textKeys } from './shape-hit.ts';

/**
 * How services say in a member of their answer whether it worked, in the languages in which they are written. Names and words are
 * compared without case, accents and the strokes between words.
 */

/** Members that are `true` when it worked. */
export const successNames = [
  ...[
    'success',
    'successful',
    'isSuccess',
    'isSuccessful',
    'wasSuccessful',
    'succeeded',
    'ok',
    'isOk',
    'successYn',
  ],
  ...['erfolg', 'erfolgreich', 'succès', 'réussi', 'réussite', 'éxito', 'exitoso', 'correcto'],
  ...['successo', 'riuscito', 'sucesso', 'gelukt', 'geslaagd', 'успех', 'успешно', '成功', '성공'],
] as const;

/** Members that are `true` when it did not. */
const failureNames = [
  ...[
    'error',
    'isError',
    'hasError',
    'hasErrors',
    'failed',
    'isFailed',
    'fehler',
    'erreur',
    'errore',
    'erro',
  ],
  'fout',
] as const;

/** Members whose word says how it went. */
const verdictNames = [
  ...['status', 'result', 'outcome', 'ack', 'stat', 'ergebnis', 'zustand', 'statut', 'résultat', 'estado'],
  ...[
    'état',
    'responseStatus',
    'resultStatus',
    'returnStatus',
    'resultado',
    'stato',
    'esito',
    'risultato',
    'resultaat',
    'результат',
    'статус',
  ],
  ...['結果', 'ステータス', '结果', '状态', '狀態', '결과', '상태'],
] as const;

/** Verdicts that nothing else is called by. */
export const wrongWords = [
  ...[
    'error',
    'err',
    'fail',
    'failed',
    'failure',
    'NG',
    'NOK',
    'KO',
    'fehler',
    'fehlgeschlagen',
    'erreur',
    'échec',
  ],
  ...[
    'échoué',
    'errore',
    'fallito',
    'fallo',
    'fallido',
    'erro',
    'falha',
    'falhou',
    'fout',
    'mislukt',
    'ошибка',
  ],
  ...['失敗', '失败', 'エラー', '错误', '錯誤', '실패', '오류'],
] as const;

/** What is said of a part of a batch besides: of a thing by itself it may be its state. */
export const refusals = [
  ...['rejected', 'denied', 'invalid', 'refused', 'aborted', 'abgelehnt', 'ungültig', 'refusé', 'rejeté'],
  ...['rechazado', 'rifiutato', 'rejeitado', 'recusado', 'geweigerd', '拒否', '拒绝', '拒絕', '거부'],
] as const;

const rightWords = [
  ...['ok', 'success', 'succeeded', 'successful', 'complete', 'completed', 'created', 'updated', 'deleted'],
  ...['accepted', 'done', 'saved', 'normal', 'erfolg', 'erfolgreich', 'angelegt', 'geändert', 'gelöscht'],
  ...[
    'gespeichert',
    'erledigt',
    'succès',
    'réussi',
    'créé',
    'modifié',
    'supprimé',
    'éxito',
    'correcto',
    'hecho',
  ],
  ...['creado', 'riuscito', 'creato', 'sucesso', 'criado', 'feito', 'gelukt', 'успех', 'успешно'],
  ...['成功', '完了', '正常', '登録済', '完成', '성공', '완료', '정상'],
] as const;

/** A name or a word as it is compared. */
export function folded(text: string): string {
  return /^[a-z]*$/.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\p{M}_\s-]/gu, '')
        .toLowerCase();
}

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(folded));
const [succeeds, fails, verdicts] = [setOf(successNames), setOf(failureNames), setOf(verdictNames)];
const texts = setOf([
  ...textKeys,
  'grund',
  'hinweis',
  'text',
  'trackingid',
  'zeit',
  'date',
  '日時',
  '时间',
  '時間',
]);
const [wrong, refused, right] = [setOf(wrongWords), setOf(refusals), setOf(rightWords)];

/** Whether a text is a word for "it worked"; so are the codes 0, 00, 200 and `S000`. */
export function isRightWord(text: string): boolean {
  return right.has(folded(text.trim())) || /^(?:[A-Z]?0+|20\d)$/i.test(text.trim());
}

/** Whether a text is a word for "it did not work". */
export function isWrongWord(text: string): boolean {
  return wrong.has(folded(text.trim()));
}

/** Whether a text is a word by which something is turned away. */
export function isRefusal(text: string): boolean {
  return refused.has(folded(text.trim()));
}

/** Whether a member of this name says how it went. */
export function isVerdictName(name: string): boolean {
  return verdicts.has(folded(name));
}

/** What an answer says of itself, or of a part of itself in a batch; undefined where nothing of it says how it went. */
export function verdictOf(item: JsonObject, of: 'answer' | 'part'): 'failed' | 'worked' | undefined {
  let worked = false;
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === 'object') continue;
    const said = verdictIn(folded(name), value, of);
    if (said === 'failed') return 'failed';
    worked ||= said === 'worked';
  }
  return worked ? 'worked' : undefined;
}

/** Whether a member of its own is called success, and is not. */
export function saysNoSuccess(item: JsonObject): boolean {
  return Object.entries(item).some(([name, value]) => isNo(value) && succeeds.has(folded(name)));
}

/** The same as old services write it, in words for no: 0, `"0"`, `N`, `nein`. A count of what worked looks like it. */
export function countsNoSuccess(item: JsonObject): boolean {
  return Object.entries(item).some(
    ([name, value]) => (value === 0 || isWordForNo(value)) && succeeds.has(folded(name)),
  );
}

/** A text that is nothing but a no. */
export function isWordForNo(value: unknown): boolean {
  return typeof value === 'string' && /^(?:0|no?|non|nein|nee|não|いいえ|否|아니오)$/i.test(value.trim());
}

/** Whether a sentence says that something did not go, in words that nothing else needs. */
export function saysNo(text: string): boolean {
  return refusingWords.test(text);
}

const refusingWords = new RegExp(
  [
    String.raw`\b(?:fail(?:ed|ure)?|errors?|invalid|denied|forbidden|rejected|refused|expired|unable|cannot|can't|could not|not (?:allowed|found|permitted|authori[sz]ed|valid|available|supported)|already (?:exists|taken|used|in use|assigned)|is taken|duplicate|does not exist|unknown|exceed(?:s|ed)|too many)\b`,
    String.raw`\b(?:fehler|fehlgeschlagen|ungültig\w*|abgelehnt|verweigert|abgelaufen|nicht (?:gefunden|erlaubt|möglich|vorhanden|gültig)|bereits (?:vergeben|vorhanden|belegt))\b`,
    String.raw`\b(?:échec|échoué|erreur|invalide|refusée?|interdit|expirée?|impossible|introuvable|déjà (?:utilisé|attribué|pris|existant)e?)(?![\p{L}])`,
    String.raw`\b(?:inválid[oa]|rechazad[oa]|denegad[oa]|no (?:encontrad[oa]|permitid[oa]|existe)|non (?:trovat[oa]|consentit[oa]|valid[oa])|não (?:encontrad[oa]|permitid[oa]|existe))\b`,
    '失敗|失败|エラー|错误|錯誤|無効|无效|無效|できません|使用中|存在しません|不存在|已存在|已被|不能|无法|無法|拒否|拒绝|拒絕|占用|过期|過期|期限切れ|权限不足|權限不足',
    '실패|오류|없습니다|잘못|거부|만료|사용 중|중복|불가',
  ].join('|'),
  'iu',
);

function isNo(value: unknown): boolean {
  return value === false || value === 'false';
}

function verdictIn(name: string, value: unknown, of: 'answer' | 'part'): 'failed' | 'worked' | undefined {
  const isYes = value === true || value === 'true';
  if (succeeds.has(name)) return isNo(value) ? 'failed' : isYes ? 'worked' : undefined;
  if (fails.has(name) && (isYes || isNo(value))) return isYes ? 'failed' : 'worked';
  if (!verdicts.has(name) || typeof value !== 'string') return undefined;
  const word = folded(value.trim());
  if (wrong.has(word) || (of === 'part' && refused.has(word))) return 'failed';
  return right.has(word) ? 'worked' : undefined;
}

/** Members that answers have besides what was asked for. */
const envelope = setOf([
  ...['status', 'statusCode', 'statusText', 'code', 'msg', 'message', 'error', 'errors', 'errorCode', 'data'],
  ...[
    'result',
    'results',
    'timestamp',
    'time',
    'path',
    'requestId',
    'traceId',
    'trackingId',
    'correlationId',
  ],
  ...[
    'success',
    'ok',
    'detail',
    'details',
    'description',
    'reason',
    'type',
    'title',
    'instance',
    'exception',
    'info',
  ],
  ...['validationErrors', 'version'],
]);

/** Whether an answer is nothing but an envelope: it says how it went, and holds nothing that was asked for. */
export function isBareEnvelope(item: JsonObject): boolean {
  return Object.entries(item).every(([name, value]) => {
    const key = folded(name);
    // A number under `failed` is what a report counts.
    const isOfVerdict =
      [envelope, texts, succeeds, verdicts].some((names) => names.has(key)) ||
      (fails.has(key) && typeof value !== 'number');
    return isOfVerdict && (!/^(?:data|results?)$/.test(key) || isEmpty(value));
  });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
