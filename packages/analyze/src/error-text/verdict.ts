import {
  codeOfFirst,
  firstText,
  hit,
  type JsonObject,
  list,
  object,
  type ShapeHit,
  textKeys,
} from './shape-hit.ts';
import {
  countsNoSuccess,
  folded,
  isBareEnvelope,
  isRightWord,
  isVerdictName,
  isWrongWord,
  saysNo,
  saysNoSuccess,
  verdictOf,
} from './verdict-words.ts';

/** `{message, errors: [{description, errorCode}], trackingId}` and its relatives. */
export function readErrorList(root: JsonObject): ShapeHit | undefined {
  const name = errorLists.find((key) => list(root[key]) !== undefined) ?? 'errors';
  for (const [index, item] of (list(root[name]) ?? []).entries()) {
    const error = object(item);
    const at = `/${name}/${index}`;
    const found =
      error === undefined
        ? hit(item, at)
        : firstText(error, at, ['description', ...textKeys], error.errorCode ?? error.code);
    if (found !== undefined) return found;
  }
  // `{data: null, errors: [{code, field}]}`: nothing came but errors.
  return root.data === null ? codeOfFirst(root.errors, '/errors') : undefined;
}

const errorLists = [
  'errors',
  'errorList',
  'errorMessages',
  'validationErrors',
  'erreurs',
  'fehler',
  'errores',
  'errori',
  'erros',
];

/** A root that says itself that it is an error: `error: "…"`, `success: false`, `status: "error"`, `errorCode`. */
export function readVerdict(root: JsonObject): ShapeHit | undefined {
  const code = root.errorCode ?? root.error_code ?? root.code;
  const error =
    hit(root.error, '/error', code) ??
    hit(root.errorMessage, '/errorMessage', code) ??
    hit(root.error_message, '/error_message', code) ??
    firstText(root, '', errorKeys, code);
  if (error !== undefined && !/^(none|no|ok|false|true|success)$/i.test(error.text)) {
    const message = hit(root.message, '/message', code);
    // `{error: "Bad Gateway", message: "400: …"}`: the message says more than the word.
    return message !== undefined && error.text.length < 40 ? message : error;
  }
  const failed = verdictOf(root, 'answer') === 'failed' || isErrorCode(root.errorCode);
  if (!failed)
    return (
      readCodedVerdict(root, '') ?? readNamedError(root) ?? readInnerVerdict(root) ?? readBareVerdict(root)
    );
  return (
    firstText(root, '', textKeys, code) ??
    codeOfFirst(root.errors, '/errors') ??
    hit(
      isErrorCode(code) ? String(code) : 'failed',
      isErrorCode(root.errorCode) ? '/errorCode' : '/status',
      code,
    )
  );
}

/** Names of an error in other languages. */
const errorKeys = [
  ...[
    'fehler',
    'fehlermeldung',
    'erreur',
    'errore',
    'foutmelding',
    'エラー',
    'エラーメッセージ',
    '错误',
    '錯誤',
  ],
  ...['오류', 'ошибка'],
];

/** Names that only a service's own verdict has, as they are compared; 0, 200 and their like say that all is well. */
const verdictCodes: ReadonlySet<string> = new Set(
  [
    'errcode',
    'errno',
    'errorNo',
    'errorCd',
    'errCd',
    'faultCode',
    'retCode',
    'retCd',
    'returnCode',
    'rtnCode',
    'rtnCd',
  ]
    .concat([
      'resultCode',
      'resultCd',
      'rsltCd',
      'resCode',
      'resCd',
      'respCode',
      'respCd',
      'rspCode',
      'rspCd',
    ])
    .concat([
      'responseCode',
      'responseCd',
      'statusCd',
      'codeRetour',
      'codigoRetorno',
      'codiceRitorno',
      'rückgabecode',
    ])
    .concat([
      'fehlercode',
      'fehlernr',
      'fehlernummer',
      'codeErreur',
      'codigoError',
      'codiceErrore',
      'foutcode',
    ])
    .concat(['エラーコード', '結果コード', '결과코드', '오류코드', '返回码', '错误码', '錯誤碼'])
    .map(folded),
);
const codedTexts = [
  ...[
    'errmsg',
    'errMsg',
    'resultMsg',
    'resultMessage',
    'returnMessage',
    'result_msg',
    'return_msg',
    'retMsg',
  ],
  ...[
    'resMsg',
    'respMsg',
    'rspMsg',
    'rtnMsg',
    'responseMessage',
    'faultString',
    'fehlertext',
    'rueckgabetext',
  ],
  ...['rsltMsg', 'msg', 'message', 'reason', 'description', 'libelleRetour', 'mensajeRetorno'],
  ...textKeys,
];

/** `{errcode: 40013, errmsg: "…"}`, `{resultCode: "E0417", resultMessage: "…"}`: a code that is not 0, and a sentence. */
export function readCodedVerdict(root: JsonObject, at: string): ShapeHit | undefined {
  const key = Object.keys(root).find(
    (name) =>
      (typeof root[name] === 'number' || typeof root[name] === 'string') && verdictCodes.has(folded(name)),
  );
  const code = key === undefined ? undefined : root[key];
  if (code === undefined || code === '' || isRightWord(String(code))) return undefined;
  const found = firstText(root, at, codedTexts, code);
  return found === undefined || isRightWord(found.text) ? undefined : found;
}

/** `{fault: {code: 17, faultstring: "…"}}`, `{fehler: {nummer: 4, text: "…"}}`: an object with a code and a sentence, under a name of an error. */
function readNamedError(root: JsonObject): ShapeHit | undefined {
  const isOnly = Object.keys(root).length === 1;
  const [name, value] =
    Object.entries(root).find(
      ([key, one]) => object(one) && (isNamedError(key) || (isOnly && holdsErrorName.test(folded(key)))),
    ) ?? [];
  const error = object(value);
  if (name === undefined || error === undefined) return undefined;
  const code = Object.entries(error).find(
    ([key, one]) => isCodeName.test(key) && (typeof one === 'number' || typeof one === 'string'),
  )?.[1];
  if (code === undefined && object(error.detail) === undefined && !isBareEnvelope({ ...root, [name]: null }))
    return undefined;
  const texts = Object.keys(error).filter((key) => !isCodeName.test(key));
  return firstText(error, `/${name}`, [...textKeys, 'text', 'faultString', ...(isOnly ? texts : [])], code);
}

/** `errorResponse`, `fehlerantwort`: of a member that stands alone. A list or texts of errors have other names. */
const holdsErrorName =
  /(?:error|fault|failure|exception|fehler|erreur|errore|erro(?!r)|エラー|错误|錯誤|오류)(?!s$|s?(?:messages?|texts?|codes|list|pages?|count|log|rate|handl|report))/;

const namesOfErrors: ReadonlySet<string> = new Set(
  [...['error', 'fault', 'failure', 'problem', 'exception', 'fehler', 'erreur', 'errore', 'erro', 'fout']]
    .concat(['エラー', '错误', '錯誤', '오류'])
    .map(folded),
);
const isNamedError = (name: string) => namesOfErrors.has(folded(name));
const isCodeName = /code|^(?:id|nr|key|status|nummer|numero|no)$|コード|码|碼|코드/i;

/** Where an envelope keeps its content or its head. */
const innerKeys = [
  'result',
  'response',
  'data',
  'd',
  'Result',
  'Response',
  'header',
  'responseHeader',
  'meta',
  'status',
];

/** `{meta: …, result: {success: false, errors: [{code}]}}`: the verdict stands one level down, in the envelope's content or head. */
function readInnerVerdict(root: JsonObject): ShapeHit | undefined {
  const verdictKeys = Object.keys(root).filter((key) => !innerKeys.includes(key) && isVerdictName(key));
  const only = Object.keys(root).length === 1 ? Object.keys(root) : [];
  for (const key of new Set([...innerKeys, ...verdictKeys, ...only])) {
    const inner = object(root[key]);
    if (inner === undefined) continue;
    const coded = readCodedVerdict(inner, `/${key}`) ?? readInnerCode(inner, `/${key}`);
    if (coded !== undefined) return coded;
    const own = only.includes(key)
      ? (readNamedError(inner) ?? firstText(inner, '', errorKeys, undefined))
      : undefined;
    if (own !== undefined && !isRightWord(own.text)) return { ...own, pointer: `/${key}${own.pointer}` };
    const error = isBareEnvelope(root) && isBareEnvelope(inner) ? object(inner.error) : undefined;
    const told = error && firstText(error, `/${key}/error`, textKeys, error.code ?? error.key);
    if (told !== undefined) return told;
    // What is in `data` may be a thing, and its word its state; that it is no success is no thing's state.
    if (verdictOf(inner, 'answer') !== 'failed' || !(saysNoSuccess(inner) || isBareEnvelope(inner))) continue;
    const found =
      firstText(inner, `/${key}`, textKeys, inner.errorCode ?? inner.code) ??
      readErrorList(inner) ??
      codeOfFirst(inner.errors, '/errors');
    if (found === undefined) return hit('failed', `/${key}/success`);
    return found.pointer.startsWith(`/${key}/`) ? found : { ...found, pointer: `/${key}${found.pointer}` };
  }
  return undefined;
}

/** `{result: {code: 17, message: "Number is taken"}}`, `{status: {code: "FAILED", message}}`: a code and a sentence, and nothing that was asked for. */
function readInnerCode(inner: JsonObject, at: string): ShapeHit | undefined {
  const { code } = inner;
  if (code === undefined || !isBareEnvelope(inner)) return undefined;
  const found = firstText(inner, at, textKeys, code);
  if (found === undefined || isRightWord(found.text) || isRightWord(String(code))) return undefined;
  return isFailedStatus(code) || isWrongWord(String(code)) || isOwnCode(code) || saysNo(found.text)
    ? found
    : undefined;
}

/**
 * What is an error only because there is nothing else: `{status: 403, message}`, `{code: "A0430", msg, data: null}`, `{status: false,
 * message}`, `{success: 0, message}`, `{errors: {name: ["is too short"]}}`. Of a thing that has such members all of this may be its own.
 */
function readBareVerdict(root: JsonObject): ShapeHit | undefined {
  if (!isBareEnvelope(root)) return undefined;
  const nested = object(root.status);
  const status = nested?.code ?? root.status ?? root.statusCode ?? root.code;
  const isFailed =
    root.status === false ||
    countsNoSuccess(root) ||
    isFailedStatus(status) ||
    isWrongWord(String(nested?.code ?? root.type ?? '')) ||
    (isOwnCode(root.code) && (root.data === null || 'msg' in root)) ||
    // Some count from 0, and some from 1: what such a number means the sentence says.
    (isCount(root.code ?? root.status) && saysNo(firstText(root, '', bareTexts, undefined)?.text ?? ''));
  const found = isFailed
    ? (firstText(root, '', bareTexts, status) ?? firstText(nested ?? {}, '/status', textKeys, status))
    : (firstText(root, '', ['exception'], undefined) ?? firstOfFields(root.errors, '/errors'));
  return found === undefined || isRightWord(found.text) ? undefined : found;
}

const bareTexts = [...textKeys, 'info'];

function isCount(code: unknown): boolean {
  return typeof code === 'number' && Number.isInteger(code) && code !== 0 && !(code >= 200 && code < 300);
}

function isFailedStatus(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
}

/**
 * Codes of a service's own: numbers that begin where statuses end (lower ones are counted by some, and mean that all is well), and letters
 * with a number: `A0430`, `NUM-017`.
 */
function isOwnCode(code: unknown): boolean {
  if (typeof code === 'string')
    return (
      /^[A-Z]{1,12}(?:[_-][A-Z]{1,12}){0,2}[_-]?\d{2,8}$/i.test(code) &&
      !/^(?:ok|s(?:ucc\w*)?)\d|[A-Z]0+$/i.test(code)
    );
  return typeof code === 'number' && Number.isInteger(code) && (code < 0 || code >= 1000);
}

/** `{name: ["is too short"]}`: what a form's fields are told. */
function firstOfFields(errors: unknown, at: string): ShapeHit | undefined {
  const fields = Object.entries(object(errors) ?? {});
  const isForm = fields.every(([, texts]) => typeof (list(texts)?.[0] ?? texts) === 'string');
  const [first] = isForm ? fields : [];
  return first && firstText(object(errors) ?? {}, at, [first[0]], undefined);
}

function isErrorCode(code: unknown): boolean {
  return (
    (typeof code === 'number' && code !== 0 && code !== 200) ||
    (typeof code === 'string' && code !== '' && code !== '0' && !/^(ok|success)$/i.test(code))
  );
}
