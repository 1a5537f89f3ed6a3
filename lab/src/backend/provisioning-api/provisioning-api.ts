import { callsOf, hostOf, type Surroundings, trackingIdOf } from '../call.ts';
import { clockOf, type Region } from '../clock.ts';
import { checkBearer, isRefusal, unauthorized } from '../identity/bearer.ts';
import type { Signer } from '../identity/tokens.ts';
import { javaEvent } from '../logs/java-log.ts';
import { type HopRequest, type HopResponse, pathOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';
import { type ApiCall, openApiCall } from './api-call.ts';
import { ApiFailure, failureResponse } from './api-failure.ts';
import { getCallRecording, patchCallRecording } from './call-recording.ts';
import { getNumbers, getNumberUsage } from './numbers.ts';
import {
  getCustomer,
  getLocations,
  getMe,
  getMyReach,
  getMySchedules,
  getMyServices,
  getUser,
  getUsers,
} from './people.ts';
import { getVoicemail, patchVoicemail } from './voicemail.ts';

/** How this installation differs from a good one. */
export interface ProvisioningBehaviour {
  /** It says OK to every command of a document that was answered at all. */
  readonly hidesRefusals?: true;
  /** How long it waits for the OCI router, ms; default 3000, short, so that a lab run is. */
  readonly ociTimeoutMs?: number;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly controller: string;
  handle(call: ApiCall, behaviour: ProvisioningBehaviour): Promise<HopResponse>;
}

const customer = '/api/v1/customers/([\\w-]+)';
const route = (
  method: string,
  path: string,
  controller: string,
  handle: (call: ApiCall, behaviour: ProvisioningBehaviour) => Promise<HopResponse>,
): Route => ({ method, path: new RegExp(`^${path}$`), controller, handle });

/** Every address of the API. */
const routes: readonly Route[] = [
  route('GET', '/api/v1/users/me', 'UserController', getMe),
  route('GET', '/api/v1/users/me/settings/services', 'UserController', getMyServices),
  route('GET', '/api/v1/users/me/schedules', 'ScheduleController', getMySchedules),
  route('GET', '/api/v1/users/me/features/singlenumberreach', 'ReachController', getMyReach),
  route('GET', customer, 'CustomerController', getCustomer),
  route('GET', `${customer}/users`, 'UserController', getUsers),
  route('GET', `${customer}/users/([\\w-]+)`, 'UserController', getUser),
  route('GET', `${customer}/users/([\\w-]+)/voicemail`, 'VoicemailController', getVoicemail),
  route('PATCH', `${customer}/users/([\\w-]+)/voicemail`, 'VoicemailController', (call, { hidesRefusals }) =>
    patchVoicemail(call, hidesRefusals ?? false),
  ),
  route(
    'GET',
    `${customer}/users/([\\w-]+)/features/callrecording`,
    'CallRecordingController',
    getCallRecording,
  ),
  route(
    'PATCH',
    `${customer}/users/([\\w-]+)/features/callrecording`,
    'CallRecordingController',
    patchCallRecording,
  ),
  route('GET', `${customer}/locations`, 'LocationController', getLocations),
  route('GET', `${customer}/locations/([\\w-]+)/numbers`, 'NumberController', getNumbers),
  route('GET', `${customer}/locations/([\\w-]+)/numbers/usage`, 'NumberController', getNumberUsage),
];

/** The provisioning API of a region: JSON in front, OCI behind. Its log has Java's shape. */
export function provisioningApi(
  region: Region,
  surroundings: Surroundings,
  signer: Signer,
  behaviour: ProvisioningBehaviour = {},
): Service {
  const machine = `cpapi-${region}`;
  const clock = clockOf(machine, surroundings.time);
  let requests = 0;
  return {
    machine,
    host: hostOf('cpapi', region),
    workMs: [6, 22],
    async answer(request: HopRequest): Promise<HopResponse> {
      const thread = `http-nio-8080-exec-${1 + (requests++ % 10)}`;
      const trackingId = trackingIdOf(request);
      const path = pathOf(request);
      const note = (level: 'INFO' | 'WARN', message: string) =>
        surroundings.book.write(
          machine,
          javaEvent({
            atMs: clock(),
            level,
            thread,
            trackingId,
            logger: 'c.e.t.p.filter.AccessFilter',
            message,
          }),
        );
      note('INFO', `Rx ${request.method} ${request.target}${request.body === '' ? '' : `\n${request.body}`}`);
      const done = (response: HopResponse): HopResponse => {
        note('INFO', `Tx ${request.method} ${path} StatusCode=${response.status}`);
        return response;
      };
      const claims = checkBearer(request, signer, clock());
      if (isRefusal(claims)) {
        note('WARN', `Not let in: ${claims.description}`);
        return done(unauthorized(claims, trackingId));
      }
      for (const { method, path: pattern, controller, handle } of routes) {
        const match = method === request.method ? pattern.exec(path) : null;
        if (match === null) continue;
        const ids = callsOf(request, 'CPAPI');
        const parameters = match.slice(1);
        const call = openApiCall({
          request,
          surroundings,
          claims,
          parameters,
          ids,
          machine,
          region,
          clock,
          thread,
          ociTimeoutMs: behaviour.ociTimeoutMs ?? 3_000,
        });
        try {
          return done(await handle(call, behaviour));
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error;
          const summary = `Error response summary: ${error.message} HTTP status: ${error.status}`;
          call.log('ERROR', `c.e.t.p.${controller}`, summary, error.exception);
          return done(failureResponse(error, trackingId));
        }
      }
      return done(failureResponse(new ApiFailure(404, '404000', `No resource at ${path}`), trackingId));
    },
  };
}
