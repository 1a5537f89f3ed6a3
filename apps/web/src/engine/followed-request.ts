import { openExchange } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import type { FlowEntry } from '@harrier/logs/for-pages';
import type { RevealingMask } from './revealing-mask.ts';

/** A request that is followed through the logs: its tracking id, and what the browser saw of it. */
export interface FollowedRequest {
  readonly id: string;
  /** Values are masked as everywhere in the page, so that a flow shows none that its tabs would not. */
  readonly entry: FlowEntry;
}

/** undefined where the request carries no tracking id. */
export async function followedRequest(
  capture: Capture,
  row: number,
  mask: RevealingMask | undefined,
): Promise<FollowedRequest | undefined> {
  const { entry, trackingId, requestText, error } = await openExchange(capture, row);
  if (trackingId === undefined) return undefined;
  const { request, response, startEpochMs, timeMs } = entry;
  const mediaType = request.postData?.mimeType ?? 'text/plain';
  return {
    id: trackingId,
    entry: {
      method: request.method,
      url: mask === undefined ? request.url : mask.text(request.url),
      startEpochMs,
      timeMs,
      status: response.status,
      requestText:
        mask === undefined || requestText === undefined ? requestText : mask.text(requestText, mediaType),
      errorText: mask === undefined || error === undefined ? error?.text : mask.text(error.text),
    },
  };
}
