import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { isPseudonymAt } from '../pseudonyms/grammar.ts';
import { createRandom } from '../testing/random.ts';
import { maskEntry } from './mask-entry.ts';
import { createValueMask } from './value-mask.ts';

const token = createRandom(7).text('abcdefghijklmnopqrstuvwxyz0123456789', 40);
const har = {
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        time: 1,
        request: {
          method: 'GET',
          url: `https://api.example.com/?access_token=${token}`,
          headers: [
            { name: 'Authorization', value: `Bearer ${token}` },
            { name: 'TrackingID', value: 'ATLAS_4fd0efd2-9ab4-4d36-8e21-5f0a3b9c6d74_12' },
          ],
          cookies: [{ name: 'sid', value: token }],
          queryString: [{ name: 'access_token', value: token }],
        },
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: `sid=${token}; Secure` }],
          content: {},
        },
        _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: `{"token":"${token}"}` }],
      },
    ],
  },
};

describe('an entry as it may be shown', () => {
  it('shows pseudonyms for credentials and leaves what diagnoses', async () => {
    const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
    const entry = await capture.openEntry(0);
    const masked = maskEntry(entry, createValueMask(new Uint8Array(32)));
    expect(JSON.stringify(entry)).toContain(token);
    expect(JSON.stringify(masked)).not.toContain(token);
    const [authorization, trackingId] = masked.request.headers;
    expect(authorization?.value).toMatch(/^Bearer hx-/);
    expect(isPseudonymAt(authorization?.value ?? '', 7)).toBe(true);
    expect(trackingId?.value).toBe('ATLAS_4fd0efd2-9ab4-4d36-8e21-5f0a3b9c6d74_12');
    expect(masked.response.headers[0]?.value).toMatch(/^sid=hx-.*; Secure$/);
  });

  it('shows no credential in the reason phrase, in the browser’s error and in the addresses of pages and scripts', async () => {
    const url = `https://app.example.com/main.js?access_token=${token}`;
    const frame = { functionName: 'save', url, lineNumber: 1, columnNumber: 2 };
    const [entry] = har.log.entries;
    const told = {
      ...entry,
      response: { ...entry?.response, status: 401, statusText: `No Bearer ${token}` },
      _error: `net::ERR_FAILED ${url}`,
      _initiator: { type: 'script', url, stack: { callFrames: [frame], parent: { callFrames: [frame] } } },
    };
    const bytes = new TextEncoder().encode(JSON.stringify({ log: { version: '1.2', entries: [told] } }));
    const shown = await (await openCapture(memorySource(bytes))).openEntry(0);
    const masked = maskEntry(shown, createValueMask(new Uint8Array(32)));
    expect(JSON.stringify(shown.initiator).split(token)).toHaveLength(4);
    expect(JSON.stringify({ ...masked, custom: {} })).not.toContain(token);
    expect(masked.initiator?.stack?.parent?.callFrames[0]).toMatchObject({
      functionName: 'save',
      lineNumber: 1,
    });
    expect(masked.error).toMatch(/^net::ERR_FAILED https:.*access_token=hx-/);
  });

  it('tells what stands behind a pseudonym to whoever keeps it', () => {
    const values = new Map<string, string>();
    const mask = createValueMask(new Uint8Array(32), {
      onMasked: (shown, value) => values.set(shown, value),
    });
    const shown = mask.named('request-header', 'Authorization', `Bearer ${token}`);
    expect(values.get(shown.replace('Bearer ', ''))).toBe(token);
  });
});
