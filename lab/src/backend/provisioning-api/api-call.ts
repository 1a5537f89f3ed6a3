import { addressOf, type Surroundings } from '../call.ts';
import type { CallIds } from '../call-ids.ts';
import type { Clock, Region } from '../clock.ts';
import type { User } from '../estate/estate.ts';
import type { Claims } from '../identity/tokens.ts';
import { type JavaException, type JavaLevel, javaEvent, requestDump } from '../logs/java-log.ts';
import { isOciError, type OciCommand, readOciDocument, writeOciDocument } from '../oci/oci-document.ts';
import { routerHost } from '../oci-router/oci-router.ts';
import type { Field, HopRequest, HopResponse } from '../wire/message.ts';
import { HopTimeout } from '../wire/wire.ts';
import { ApiFailure } from './api-failure.ts';
import { ociFrames, socketFrames } from './stack-frames.ts';

/** One request while the provisioning API serves it: who asks, the ids for its calls, and its way to others. */
export interface ApiCall {
  readonly request: HopRequest;
  readonly surroundings: Surroundings;
  readonly claims: Claims;
  /** The path's variable parts, in order. */
  readonly parameters: readonly string[];
  log(level: JavaLevel, logger: string, message: string, exception?: JavaException): void;
  /** Runs commands on the call server. The answers, one a command; a refused one is an answer as well. */
  runOci(commands: readonly OciCommand[]): Promise<readonly OciCommand[]>;
  /** Posts JSON to a service outside. Errors: {@link HopTimeout}. */
  post(url: URL, body: unknown): Promise<HopResponse>;
}

export interface ApiCallInput {
  readonly request: HopRequest;
  readonly surroundings: Surroundings;
  readonly claims: Claims;
  readonly parameters: readonly string[];
  readonly ids: CallIds;
  readonly machine: string;
  readonly region: Region;
  readonly clock: Clock;
  readonly thread: string;
  /** How long it waits for the OCI router, ms. */
  readonly ociTimeoutMs: number;
}

export function openApiCall(input: ApiCallInput): ApiCall {
  const { request, surroundings, claims, parameters, ids, machine, clock, thread } = input;
  const log: ApiCall['log'] = (level, logger, message, exception) =>
    surroundings.book.write(
      machine,
      javaEvent({
        atMs: clock(),
        level,
        thread,
        trackingId: ids.incoming,
        logger,
        message,
        ...(exception === undefined ? {} : { exception }),
      }),
    );
  const peer = `${addressOf(machine)}:80`;
  return {
    request,
    surroundings,
    claims,
    parameters,
    log,
    runOci: (commands) => runOci(input, log, peer, commands),
    async post(url, body) {
      const fields: Field[] = [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'TrackingID', value: ids.next() },
      ];
      const text = JSON.stringify(body);
      log('INFO', 'c.e.t.http.JsonClient', requestDump(`Send POST ${url.href} HTTP/1.1`, fields, text));
      const response = await surroundings.wire.send(
        { method: 'POST', host: url.host, target: url.pathname, fields, body: text, peer },
        { timeoutMs: 5_000 },
      );
      log('INFO', 'c.e.t.http.JsonClient', `Received StatusCode=${response.status} ${response.body}`);
      return response;
    },
  };
}

/** The organisation's user of that id. Errors: {@link ApiFailure} 404. */
export function userOf({ surroundings }: ApiCall, id: string | undefined): User {
  const user = surroundings.estate.users.find((one) => one.id === id);
  if (user === undefined) throw new ApiFailure(404, '404004', `User ${id ?? ''} does not exist`);
  return user;
}

async function runOci(
  { surroundings, claims, ids, region, ociTimeoutMs }: ApiCallInput,
  log: ApiCall['log'],
  peer: string,
  commands: readonly OciCommand[],
): Promise<readonly OciCommand[]> {
  const host = routerHost(region);
  const organizationId = surroundings.estate.organisation.id;
  const fields: Field[] = [
    { name: 'X-BroadWorks-Target', value: `id=${organizationId};type=enterprise` },
    { name: 'X-BroadWorks-Protocol-Version', value: '1.0' },
    { name: 'Content-Type', value: 'application/xml' },
    { name: 'TrackingID', value: ids.next() },
  ];
  const identity = { id: claims.sub, organizationId, role: 'Administrator' };
  const body = writeOciDocument({ identity, trackingId: ids.next(), commands });
  const logger = 'c.e.t.p.oci.OciRouterClient';
  log('INFO', logger, requestDump(`Send POST https://${host}:443/ocirouter/ocip HTTP/1.1`, fields, body));
  const outbound = { method: 'POST', host, target: '/ocirouter/ocip', fields, body, peer };
  let response: HopResponse;
  try {
    response = await surroundings.wire.send(outbound, { timeoutMs: ociTimeoutMs });
  } catch (error) {
    if (!(error instanceof HopTimeout)) throw error;
    throw new ApiFailure(504, '504002', `OCI router did not answer within ${error.afterMs} ms`, {
      type: 'com.example.tern.provisioning.oci.OciRouterTimeoutException',
      message: `No answer from ${host} within ${error.afterMs} ms`,
      frames: ociFrames,
      cause: {
        type: 'java.net.SocketTimeoutException',
        message: 'Read timed out',
        frames: socketFrames,
        more: 14,
      },
    });
  }
  log('INFO', logger, `Received StatusCode=${response.status} from ${host}\n${response.body}`);
  if (response.status !== 200) throw new ApiFailure(502, '502003', `OCI router answered ${response.status}`);
  const answers = readOciDocument(response.body).commands;
  for (const answer of answers.filter(isOciError)) {
    log('WARN', logger, `OCI command refused: ${answer.elements[0]?.[1] ?? ''}`);
  }
  return answers;
}
