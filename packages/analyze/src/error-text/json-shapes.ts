import type { ErrorFamily } from './extracted-error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a shape found: a text, where it stands, and the service's code. */
export interface ShapeHit {
  readonly text: string;
  readonly pointer: string;
  readonly code?: string;
}

/** One way in which services write errors as JSON. */
export interface JsonShape {
  readonly family: ErrorFamily;
  /** Whether it says "this failed" by itself, so that it counts inside a 2xx answer too. */
  readonly speaksForItself: boolean;
  /** `failed`: the answer failed by its status. */
  read(root: JsonObject, mimeType: string, failed: boolean): ShapeHit | undefined;
}

/**
 * The shapes in the order in which they are tried: the more a shape demands, the earlier it comes.
 * Sources: GraphQL §7.1; RFC 7644 §3.12 (SCIM); RFC 9457; RFC 6749 §5.2; Webex REST and Contact Center API
 * references; Google API design guide; Microsoft REST guidelines §7.10; AWS JSON protocols; Spring Boot.
 */
export const jsonShapes: readonly JsonShape[] = [
  { family: 'oci', speaksForItself: true, read: readOci },
  { family: 'graphql', speaksForItself: true, read: readGraphql },
  { family: 'scim', speaksForItself: true, read: readScim },
  { family: 'problem', speaksForItself: true, read: readProblem },
  { family: 'oauth', speaksForItself: true, read: readOauth },
  { family: 'contact-center', speaksForItself: true, read: readKeyed },
  { family: 'webex', speaksForItself: true, read: readErrorList },
  { family: 'google', speaksForItself: true, read: readGoogle },
  { family: 'azure', speaksForItself: true, read: readAzure },
  { family: 'aws', speaksForItself: true, read: readAws },
  { family: 'spring', speaksForItself: false, read: readSpring },
  { family: 'job', speaksForItself: true, read: readJob },
  { family: 'json', speaksForItself: true, read: readVerdict },
];

/**
 * What BroadWorks says through a service that speaks JSON: its sentences begin with `[Error 4219]`, in no other product's
 * way. Also inside a list of results, of which one failed.
 */
function readOci(root: JsonObject): ShapeHit | undefined {
  const places: (readonly [string, unknown])[] = [
    ['', root],
    ['/error', root.error],
  ];
  for (const key of ['results', 'responses', 'commands', 'errors']) {
    for (const [index, item] of (list(root[key]) ?? []).slice(0, 200).entries())
      places.push([`/${key}/${index}`, item]);
  }
  for (const [at, place] of places) {
    const item = object(place);
    for (const key of ['summaryEnglish', 'summary', 'message', 'description', 'detail']) {
      const text = item?.[key];
      const code = typeof text === 'string' ? /^\[Error (\d{3,6})\]/.exec(text)?.[1] : undefined;
      if (code !== undefined) return hit(text, `${at}/${key}`, code);
    }
  }
  return undefined;
}

function readGraphql(root: JsonObject): ShapeHit | undefined {
  const first = object(list(root.errors)?.[0]);
  if (first === undefined || typeof first.message !== 'string') return undefined;
  if (!('data' in root) && !('locations' in first) && !('extensions' in first) && !('path' in first))
    return undefined;
  return hit(first.message, '/errors/0/message', object(first.extensions)?.code);
}

function readScim(root: JsonObject): ShapeHit | undefined {
  if (!list(root.schemas)?.some((schema) => String(schema).endsWith(':Error'))) return undefined;
  return hit(root.detail, '/detail', root.scimType ?? root.status) ?? hit(root.scimType, '/scimType');
}

function readProblem(root: JsonObject, mimeType: string, failed: boolean): ShapeHit | undefined {
  if (!mimeType.includes('problem+json') && !('title' in root && 'status' in root && 'type' in root))
    return undefined;
  // Inside a success it speaks for itself by the status that it names.
  if (!failed && !(typeof root.status === 'number' && root.status >= 400)) return undefined;
  const detail = hit(root.detail, '/detail');
  const title = hit(root.title, '/title');
  if (detail === undefined || title === undefined) return detail ?? title;
  return { ...detail, text: `${title.text}: ${detail.text}` };
}

function readOauth(root: JsonObject): ShapeHit | undefined {
  if (typeof root.error !== 'string' || typeof root.error_description !== 'string') return undefined;
  return hit(`${root.error}: ${root.error_description}`, '/error_description', root.error);
}

/** `{error: {key, message: [{description, code}]}}`, also as a list and under `errors`. */
function readKeyed(root: JsonObject): ShapeHit | undefined {
  for (const name of ['errors', 'error'] as const) {
    const many = list(root[name]);
    const item = object(many === undefined ? root[name] : many[0]);
    const at = many === undefined ? `/${name}` : `/${name}/0`;
    const messages = list(item?.message);
    if (item === undefined || messages === undefined) continue;
    for (const [index, message] of messages.entries()) {
      const found =
        hit(
          object(message)?.description,
          `${at}/message/${index}/description`,
          object(message)?.code ?? item.key,
        ) ?? hit(message, `${at}/message/${index}`, item.key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `{message, errors: [{description, errorCode}], trackingId}` and its relatives. */
function readErrorList(root: JsonObject): ShapeHit | undefined {
  for (const [index, item] of (list(root.errors) ?? []).entries()) {
    const error = object(item);
    const at = `/errors/${index}`;
    const found =
      error === undefined
        ? hit(item, at)
        : firstText(
            error,
            at,
            ['description', 'message', 'detail', 'title', 'reason'],
            error.errorCode ?? error.code,
          );
    if (found !== undefined) return found;
  }
  // `{data: null, errors: [{code, field}]}`: nothing came but errors.
  return root.data === null ? codeOfFirst(root.errors, '/errors') : undefined;
}

function readGoogle(root: JsonObject): ShapeHit | undefined {
  const error = object(root.error);
  if (error === undefined || typeof error.code !== 'number') return undefined;
  return hit(error.message, '/error/message', error.status ?? error.code);
}

function readAzure(root: JsonObject): ShapeHit | undefined {
  const error = object(root.error);
  if (error === undefined) return undefined;
  return firstText(error, '/error', textKeys, error.code ?? error.key);
}

function readAws(root: JsonObject): ShapeHit | undefined {
  if (typeof root.__type !== 'string') return undefined;
  const code = root.__type.slice(root.__type.lastIndexOf('#') + 1);
  return (
    hit(root.message, '/message', code) ?? hit(root.Message, '/Message', code) ?? hit(code, '/__type', code)
  );
}

function readSpring(root: JsonObject): ShapeHit | undefined {
  if (!('timestamp' in root && 'path' in root) || typeof root.error !== 'string') return undefined;
  const message = hit(root.message, '/message', root.status);
  return message ?? hit(root.error, '/error', root.status);
}

/** A job resource that answers 200 and says inside that the job failed. */
function readJob(root: JsonObject): ShapeHit | undefined {
  const status = root.latestExecutionStatus ?? root.jobStatus ?? root.executionStatus;
  if (typeof status !== 'string' || !/^(failed|failure|error|aborted)$/i.test(status)) return undefined;
  const pointer =
    'latestExecutionStatus' in root
      ? '/latestExecutionStatus'
      : 'jobStatus' in root
        ? '/jobStatus'
        : '/executionStatus';
  const reason = firstText(
    root,
    '',
    ['latestExecutionExitCode', 'errorMessage', 'message', 'reason'],
    undefined,
  );
  return {
    text: reason === undefined ? status : `${status}: ${reason.text}`,
    pointer: reason?.pointer ?? pointer,
  };
}

/** A root that says itself that it is an error: `error: "…"`, `success: false`, `status: "error"`, `errorCode`. */
function readVerdict(root: JsonObject): ShapeHit | undefined {
  const code = root.errorCode ?? root.error_code ?? root.code;
  const error =
    hit(root.error, '/error', code) ??
    hit(root.errorMessage, '/errorMessage', code) ??
    hit(root.error_message, '/error_message', code) ??
    firstText(root, '', errorKeys, code);
  if (error !== undefined && !/^(none|no|ok|false|success)$/i.test(error.text)) {
    const message = hit(root.message, '/message', code);
    // `{error: "Bad Gateway", message: "400: …"}`: the message says more than the word.
    return message !== undefined && error.text.length < 40 ? message : error;
  }
  const failed =
    root.error === true ||
    saysNo(root) ||
    (typeof root.status === 'string' && /^(error|fail|failed|failure)$/i.test(root.status)) ||
    (typeof root.result === 'string' && /^(error|fail|failed|failure)$/i.test(root.result)) ||
    saysWrong(root) ||
    isErrorCode(root.errorCode);
  if (!failed) return readCodedVerdict(root) ?? readInnerVerdict(root);
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

/** Whether it worked, in English and as services of other countries write it. */
const successKeys = [
  'success',
  'ok',
  'isSuccess',
  'succeeded',
  'erfolg',
  'erfolgreich',
  'succes',
  'reussi',
  'exito',
  'sucesso',
];
/** Names of an error in other languages. */
const errorKeys = ['fehler', 'fehlermeldung', 'erreur', 'errore', 'エラー', '错误', '錯誤', '오류'];

function saysNo(item: JsonObject): boolean {
  return successKeys.some((key) => item[key] === false);
}

const verdictKeys = [
  'status',
  'result',
  'statut',
  'résultat',
  'resultat',
  'ergebnis',
  'estado',
  'resultado',
  'stato',
  'esito',
  '結果',
  '结果',
  '결과',
];
/** A verdict of one word, which nothing else is called by. */
const wrongWord =
  /^(?:NG|NOK|KO|fehler|fehlgeschlagen|erreur|[ée]chec|errore|fallo|falha|erro|失敗|失败|エラー|错误|錯誤|실패|오류)$/i;

function saysWrong(item: JsonObject): boolean {
  return (
    item.isError === true ||
    item.hasError === true ||
    verdictKeys.some((key) => typeof item[key] === 'string' && wrongWord.test(item[key]))
  );
}

/** Names that only a service's own verdict has; 0, 200 and their like say that all is well. */
const verdictCodes = [
  'errcode',
  'errCode',
  'errno',
  'errorNo',
  'retCode',
  'retcode',
  'returnCode',
  'resultCode',
  'result_code',
  'return_code',
];
const wentWell = /^(?:0+|20\d|[A-Z]?0+|ok|success(?:ful)?|succeeded|done|normal|성공|정상|成功|正常)$/i;
const codedTexts = [
  'errmsg',
  'errMsg',
  'resultMsg',
  'resultMessage',
  'returnMessage',
  'result_msg',
  'return_msg',
  'retMsg',
  'msg',
  'message',
  'reason',
  'description',
];

/** `{errcode: 40013, errmsg: "…"}`, `{resultCode: "E0417", resultMessage: "…"}`: a code that is not 0, and a sentence. */
function readCodedVerdict(root: JsonObject): ShapeHit | undefined {
  const key = verdictCodes.find((name) => typeof root[name] === 'number' || typeof root[name] === 'string');
  const code = key === undefined ? undefined : root[key];
  if (code === undefined || code === '' || wentWell.test(String(code))) return undefined;
  const found = firstText(root, '', codedTexts, code);
  return found === undefined || wentWell.test(found.text.trim()) ? undefined : found;
}

/** `{meta: …, result: {success: false, errors: [{code}]}}`: the verdict stands one level down, in the envelope's content. */
function readInnerVerdict(root: JsonObject): ShapeHit | undefined {
  for (const key of ['result', 'response', 'data', 'd', 'Result', 'Response']) {
    const inner = object(root[key]);
    if (inner === undefined || !saysNo(inner)) continue;
    const found =
      firstText(inner, `/${key}`, textKeys, inner.errorCode ?? inner.code) ??
      readErrorList(inner) ??
      codeOfFirst(inner.errors, '/errors');
    if (found === undefined) return hit('failed', `/${key}/success`);
    return found.pointer.startsWith(`/${key}/`) ? found : { ...found, pointer: `/${key}${found.pointer}` };
  }
  return undefined;
}

/** The code of the first error of a list that has no sentences. */
function codeOfFirst(errors: unknown, at: string): ShapeHit | undefined {
  const first = object(list(errors)?.[0]);
  for (const key of ['code', 'errorCode', 'key']) {
    const code = first?.[key];
    if (code !== undefined) return hit(code, `${at}/0/${key}`, code);
  }
  return undefined;
}

/** Keys under which services write their sentence, the most telling first. */
export const textKeys = [
  'message',
  'detail',
  'description',
  'error_description',
  'errorMessage',
  'errorDescription',
  'reason',
  'summary',
  'summaryEnglish',
  'title',
  'msg',
  'faultstring',
  'error',
  'statusText',
  // German, French, Spanish, Italian; Japanese, Chinese, Korean.
  'meldung',
  'nachricht',
  'libelle',
  'mensaje',
  'messaggio',
  'メッセージ',
  '消息',
  '訊息',
  '메시지',
] as const;

/** The first text under one of `keys`, as itself or as the first of a list. */
export function firstText(
  item: JsonObject,
  at: string,
  keys: readonly string[],
  code: unknown,
): ShapeHit | undefined {
  for (const key of keys) {
    const many = list(item[key]);
    const found = hit(item[key], `${at}/${key}`, code) ?? hit(many?.[0], `${at}/${key}/0`, code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looks through a whole body for the first text that reads like an error; only for answers that failed. */
export function searchText(value: unknown, at = '', depth = 0): ShapeHit | undefined {
  if (depth > 5) return undefined;
  const many = list(value);
  if (many !== undefined) {
    for (const [index, item] of many.slice(0, 20).entries()) {
      const found = searchText(item, `${at}/${index}`, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const item = object(value);
  if (item === undefined) return undefined;
  const own = firstText(item, at, textKeys, item.errorCode ?? item.code ?? item.key);
  if (own !== undefined) return own;
  for (const [key, child] of Object.entries(item)) {
    const found = searchText(child, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function hit(text: unknown, pointer: string, code?: unknown): ShapeHit | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const written = typeof code === 'string' || typeof code === 'number' ? String(code) : '';
  return { text, pointer, ...(written === '' ? {} : { code: written }) };
}

function isErrorCode(code: unknown): boolean {
  return (
    (typeof code === 'number' && code !== 0 && code !== 200) ||
    (typeof code === 'string' && code !== '' && code !== '0' && !/^(ok|success)$/i.test(code))
  );
}

export function object(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}
