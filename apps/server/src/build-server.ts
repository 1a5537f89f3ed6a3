import { Readable } from 'node:stream';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { Identity } from './accounts/identity.ts';
import { API_TOKEN_PREFIX } from './accounts/token.ts';
import { keepAnswerPace } from './http/answer-pace.ts';
import { keepPace } from './http/body-pace.ts';
import { sessionTokenOf } from './http/cookie.ts';
import { checkHost, checkOrigin } from './http/origin-check.ts';
import { sendProblem } from './http/problem.ts';
import { RequestError } from './http/request-error.ts';
import { securityHeaders, strictTransport } from './http/security-headers.ts';
import { type Turn, UnderWay } from './http/under-way.ts';
import { Metrics } from './metrics/metrics.ts';
import type { PageFile } from './pages/page-files.ts';
import { REQUESTS_PER_MINUTE, type Route } from './routes/route.ts';
import { routeTable } from './routes/route-table.ts';
import type { Service } from './service.ts';

/** A JSON body's limit: a long note, and nothing near a capture. */
const JSON_BYTES = 512 * 1024;

export interface BuildOptions {
  /** Fastify's logger; default none. Only what `onResponse` writes and faults go there, no URL and no body. */
  readonly logger?: FastifyServerOptions['logger'];
  readonly routes?: readonly Route[];
  /** The files of the page, by their path; default none. */
  readonly pages?: ReadonlyMap<string, PageFile>;
  /** Those of a server that was built before: what schemas become is the same for all of them. Default Fastify's, made anew. */
  readonly compilers?: SchemaCompilers;
  /** Whose `X-Forwarded-For` names the address that requests are counted for, see `ServerSettings`; default nobody's. */
  readonly proxies?: string;
}

/** What checks requests, and writes answers, as the schemas of the routes say. */
export type SchemaCompilers = Pick<FastifyInstance, 'validatorCompiler' | 'serializerCompiler'>;

/** The HTTP API over a service. Listens to nothing yet. */
export async function buildServer(service: Service, options: BuildOptions = {}): Promise<FastifyInstance> {
  const { publicOrigin } = service.settings;
  const ownHost = new URL(publicOrigin).host;
  const metrics = new Metrics();
  const server = fastify({
    logger: options.logger ?? false,
    // Its own line holds the URL, in which file names stand.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BYTES,
    trustProxy: options.proxies ?? false,
    // A query is text, so numbers in it are read as numbers. What is not described is refused, not dropped.
    ajv: { customOptions: { coerceTypes: true, removeAdditional: false, allErrors: false } },
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    // Of a whole request: a large capture takes as long as its line needs. `keepPace` watches over what comes.
    requestTimeout: 0,
  });
  const { validatorCompiler, serializerCompiler } = options.compilers ?? {};
  if (validatorCompiler !== undefined) server.setValidatorCompiler(validatorCompiler);
  if (serializerCompiler !== undefined) server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(async (error, request, reply) => await sendProblem(error, request, reply));
  server.setNotFoundHandler(
    async (request, reply) => await sendProblem(new RequestError('request/not-found'), request, reply),
  );
  // A file is not read into memory: the handler gets the stream and counts for itself.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  const underWay = new UnderWay();
  server.addHook('onRequest', async (request, reply) => {
    keepPace(request.raw);
    keepAnswerPace(reply.raw);
    reply.headers(securityHeaders);
    turns.set(request, underWay.begin(request.ip, reply));
    if (publicOrigin.startsWith('https:')) reply.header('strict-transport-security', strictTransport);
    checkHost(request, ownHost);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { method, url = 'none' } = request.routeOptions;
    const durationMs = Math.round(reply.elapsedTime);
    metrics.countRequest(String(method), url, reply.statusCode, durationMs);
    // Who was refused what is seen here; who did what is in the audit log.
    const account = identities.get(request)?.accountId;
    request.log.info({ method, route: url, status: reply.statusCode, durationMs, account }, 'request');
  });

  await server.register(rateLimit, {
    global: true,
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => new RequestError('request/too-many', { retryAfterMs: ttl }),
  });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Harrier',
        version: '1',
        description: 'Cases, attachments, intakes, logs, accounts and the audit log.',
      },
      servers: [{ url: publicOrigin }],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      },
    },
  });
  const routes = options.routes ?? routeTable;
  for (const route of routes) if (route.takesBytes !== true) addRoute(server, route, service, metrics);
  await server.register(async (bytes) => {
    bytes.removeAllContentTypeParsers();
    bytes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const route of routes) if (route.takesBytes === true) addRoute(bytes, route, service, metrics);
  });
  for (const [url, { bytes, headers }] of options.pages ?? [])
    server.get(url, { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) =>
      reply.headers(headers).send(await bytes()),
    );
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  await server.ready();
  return server;
}

function addRoute(server: FastifyInstance, route: Route, service: Service, metrics: Metrics): void {
  const { access, answer, query, body } = route;
  const params = [...route.url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  server.route({
    method: route.method,
    url: route.url,
    config: { rateLimit: { max: route.perMinute ?? REQUESTS_PER_MINUTE } },
    schema: {
      summary: route.summary,
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      ...(params.length === 0 ? {} : { params: paramsSchema(params) }),
      ...(access === 'public' ? {} : { security: [{ token: [] }] }),
      ...(answer.schema === undefined ? {} : { response: { [answer.status]: answer.schema } }),
    },
    // Before the body is read: strangers cannot make the server take in anything.
    preParsing: async (request) => {
      const identity = route.isSigned === true ? undefined : await identify(request, service);
      identities.set(request, identity);
      if (access !== 'public') {
        if (identity === undefined) throw new RequestError('request/not-signed-in');
        if (access !== 'signed-in' && !identity.permissions.has(access))
          throw new RequestError('request/forbidden');
      }
      if (identity !== undefined)
        turns.get(request)?.ofAccount(identity.accountId, answer.mediaType === 'text/event-stream');
    },
    handler: async (request, reply) => {
      if (route.takesFile === true && request.headers['content-type'] !== 'application/octet-stream')
        throw new RequestError('request/invalid');
      reply.code(answer.status);
      const work = async () =>
        await route.handle({
          service,
          metrics,
          identity: identities.get(request),
          params: request.params as Record<string, string>,
          query: request.query,
          // Whoever sends no body at all sends no bytes.
          body: route.takesBytes === true ? (request.body ?? Readable.from([])) : request.body,
          request,
          reply,
        });
      const result = await (turns.get(request)?.works(work) ?? work());
      if (reply.sent) return reply;
      return answer.status === 204 ? await reply.send() : result;
    },
  });
}

const identities = new WeakMap<FastifyRequest, Identity | undefined>();
const turns = new WeakMap<FastifyRequest, Turn>();

/** Pages of a browser's extension: no page of the web has such an origin. */
const extensionOrigin = /^(?:chrome|moz)-extension:\/\//;

/**
 * Who makes a request: by an API token, or by the session cookie of a page of ours. Our extension sends a capture with the token of an
 * upload link, from an origin that differs in each browser; it is nobody, whatever cookie comes along.
 */
async function identify(
  request: FastifyRequest,
  { accounts, settings }: Service,
): Promise<Identity | undefined> {
  const { authorization, cookie } = request.headers;
  const isUpload =
    /^\/api\/uploads(?:[/?]|$)/.test(request.url) && request.headers['harrier-upload'] !== undefined;
  if (isUpload && extensionOrigin.test(request.headers.origin ?? '')) return undefined;
  const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (bearer?.startsWith(API_TOKEN_PREFIX)) return await accounts.apiTokens.identityOf(bearer);
  checkOrigin(request, settings.publicOrigin);
  const token = sessionTokenOf(cookie);
  return token === undefined ? undefined : await accounts.signIns.ofSession(token);
}

function paramsSchema(names: readonly string[]): object {
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 200 }]));
  return { type: 'object', properties, required: names };
}
