import type { ErrorFamily } from './extracted-error.ts';
import { firstText, hit, type JsonObject, list, object, type ShapeHit, textKeys } from './shape-hit.ts';
import { readUserErrors } from './user-errors.ts';
import { readErrorList, readVerdict } from './verdict.ts';

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
  { family: 'graphql', speaksForItself: true, read: readUserErrors },
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
  { family: 'json', speaksForItself: true, read: readSearch },
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

function readGoogle(root: JsonObject): ShapeHit | undefined {
  const error = object(root.error);
  if (error === undefined || typeof error.code !== 'number') return undefined;
  return hit(error.message, '/error/message', error.status ?? error.code);
}

/** OData writes the same under a name of its own, and its sentence with its language (versions 2 and 3: SharePoint, SAP). */
function readAzure(root: JsonObject): ShapeHit | undefined {
  const name = 'odata.error' in root ? 'odata.error' : 'error';
  const error = object(root[name]);
  if (error === undefined) return undefined;
  const code = error.code ?? error.key;
  return (
    hit(object(error.message)?.value, `/${name}/message/value`, code) ??
    firstText(error, `/${name}`, textKeys, code)
  );
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

/**
 * A search that is answered with what it found so far: shards failed, or time ran out. Alone, one of several, or as Kibana passes
 * it on. Sources: Elasticsearch, "Search API", "Multi search API"; OpenSearch the same.
 */
function readSearch(root: JsonObject): ShapeHit | undefined {
  const passedOn = object(root.result) ?? root;
  const places: (readonly [string, unknown])[] = [
    ['', root],
    ['/rawResponse', root.rawResponse],
    ['/result/rawResponse', passedOn.rawResponse],
    ['/response', root.response],
    ...(list(root.responses) ?? [])
      .slice(0, 200)
      .map((item, index) => [`/responses/${index}`, item] as const),
  ];
  for (const [at, place] of places) {
    const item = object(place);
    const shards = object(item?._shards);
    if (item === undefined || shards === undefined) continue;
    const { failed, total } = shards;
    if (typeof failed === 'number' && failed > 0) {
      const reason = object(object(list(shards.failures)?.[0])?.reason);
      const why = [reason?.type, reason?.reason].filter((text) => typeof text === 'string').join(': ');
      const text = `_shards.failed ${failed}/${String(total)}${why === '' ? '' : `: ${why}`}`;
      return hit(text, `${at}/_shards/failed`, reason?.type);
    }
    if (item.timed_out === true) return hit('timed_out: true', `${at}/timed_out`, 'timed_out');
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
