import type { JavaException } from '../logs/java-log.ts';
import { type HopResponse, jsonResponse } from '../wire/message.ts';

/** Why a request fails, with what the log will show of it. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly code: string;
  readonly exception: JavaException | undefined;

  constructor(status: number, code: string, description: string, exception?: JavaException) {
    super(description);
    this.status = status;
    this.code = code;
    this.exception = exception;
  }
}

/** The error document of the provisioning API. */
export function failureResponse(failure: ApiFailure, trackingId: string): HopResponse {
  const { status, code, message: description } = failure;
  return jsonResponse(status, { error: { key: code, message: [{ code, description }] }, trackingId });
}
