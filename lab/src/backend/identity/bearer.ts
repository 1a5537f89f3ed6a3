import { fieldOf, type HopRequest, type HopResponse, jsonResponse } from '../wire/message.ts';
import type { Claims, Signer } from './tokens.ts';

/** What the services ask of a token. */
export const audience = 'tern-calling';

/** Seconds that a service forgives another machine's clock. */
const leewayS = 30;

/** Why a request is not let in, in the words of RFC 6750 §3.1. */
export interface Refusal {
  readonly error: 'invalid_request' | 'invalid_token';
  readonly description: string;
}

/** Who asks, or why not. `nowMs` is the time on the clock of the service that checks. */
export function checkBearer(request: HopRequest, signer: Signer, nowMs: number): Claims | Refusal {
  const value = fieldOf(request, 'authorization');
  if (value === undefined) return { error: 'invalid_request', description: 'No access token' };
  const claims = /^bearer /i.test(value) ? signer.open(value.slice('bearer '.length)) : undefined;
  if (claims === undefined) return { error: 'invalid_token', description: 'The access token is malformed' };
  const nowS = Math.floor(nowMs / 1000);
  if (claims.exp + leewayS < nowS) return { error: 'invalid_token', description: 'The access token expired' };
  if (claims.nbf - leewayS > nowS)
    return { error: 'invalid_token', description: 'The access token is not valid yet' };
  if (claims.aud !== audience)
    return { error: 'invalid_token', description: 'The access token is for another audience' };
  return claims;
}

export function isRefusal(answer: Claims | Refusal): answer is Refusal {
  return 'error' in answer;
}

/** 401 with the challenge that RFC 6750 asks for. */
export function unauthorized({ error, description }: Refusal, trackingId: string): HopResponse {
  const challenge = `Bearer realm="tern", error="${error}", error_description="${description}"`;
  const body = { error: { key: '401001', message: [{ code: '401001', description }] }, trackingId };
  return jsonResponse(401, body, [{ name: 'www-authenticate', value: challenge }]);
}
