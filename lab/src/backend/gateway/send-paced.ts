import type { SiteResponse } from '../../network/site.ts';

/** Often enough to look like a slow line, seldom enough not to matter to the machine. */
const stepMs = 40;

/** Ends a response with a body, evenly over some time or at once. */
export async function sendPaced(
  response: SiteResponse,
  bytes: Uint8Array,
  sendingMs: number | undefined,
): Promise<void> {
  if (sendingMs === undefined) {
    response.end(bytes);
    return;
  }
  const startMs = performance.now();
  let sent = 0;
  while (sent < bytes.length && !response.destroyed) {
    // By the time that has passed rather than by steps: timers are late, and lateness must not add up.
    const due = Math.ceil((bytes.length * (performance.now() - startMs)) / sendingMs);
    const end = Math.min(bytes.length, Math.max(sent + 1, due));
    // Http2ServerResponse and ServerResponse declare `write` differently but mean the same.
    (response.write as (chunk: Uint8Array) => boolean).call(response, bytes.subarray(sent, end));
    sent = end;
    if (sent < bytes.length) await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  response.end();
}
