import type { SiteResponse } from '../../network/site.ts';

/** Often enough to look like a slow line, seldom enough not to matter to the machine. */
const stepMs = 40;

/** Ends a response with a body, at a given speed or at once. */
export async function sendPaced(
  response: SiteResponse,
  bytes: Uint8Array,
  bytesPerSecond: number | undefined,
): Promise<void> {
  if (bytesPerSecond === undefined) {
    response.end(bytes);
    return;
  }
  const stepBytes = Math.max(1, Math.round((bytesPerSecond * stepMs) / 1000));
  for (let at = 0; at < bytes.length && !response.destroyed; at += stepBytes) {
    // Http2ServerResponse and ServerResponse declare `write` differently but mean the same.
    (response.write as (chunk: Uint8Array) => boolean).call(response, bytes.subarray(at, at + stepBytes));
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  response.end();
}
