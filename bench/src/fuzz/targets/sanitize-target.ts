import { HarReadError, memorySource, openCapture } from '@harrier/har';
import { checkCapture, SanitizeError, sanitizeCapture } from '@harrier/sanitize';
import { reshapedJson } from '../mutate-json.ts';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';
import { opened } from './har-target.ts';
import { HAR_WORDS } from './har-words.ts';

const key = new Uint8Array(32).fill(7);
/** Drawn together here, so that no scanner takes them for real. */
const token = [
  'eyJhbGciOiJIUzI1NiJ9',
  'eyJzdWIiOiIxIiwiZXhwIjoxfQ',
  'c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl',
].join('.');

/** The sanitizer: refuses, or its own check finds nothing. */
export const sanitizeTarget: FuzzTarget = {
  name: 'sanitize',
  summary: 'refused, or clean by its own check and the same when cleaned again',
  seeds: async () => repositoryFiles('fixtures/corpus', /\.har$/, 16 * 1024),
  words: [
    ...HAR_WORDS,
    token,
    `{"name":"Authorization","value":"Bearer ${token}"}`,
    '{"name":"Set-Cookie","value":"session=0123456789abcdef0123456789abcdef; Path=/"}',
    '?access_token=0123456789abcdef0123456789abcdef&state=abc',
    '\\"password\\":\\"correct horse battery\\"',
    'password=correct%20horse',
    'https://user:secret-word@example.com/',
    'data:application/json;base64,eyJwYXNzd29yZCI6ImNvcnJlY3QgaG9yc2UifQ==',
    '-----BEGIN PRIVATE KEY-----\\nMIIEvQ',
    '"mimeType":"application/x-www-form-urlencoded"',
    '"mimeType":"multipart/form-data; boundary=b"',
    '--b\\r\\nContent-Disposition: form-data; name=\\"password\\"\\r\\n\\r\\nabcdefgh\\r\\n--b--',
    '<password>correct horse</password>',
    '"mimeType":"text/html"',
    '<input type=\\"hidden\\" name=\\"csrf_token\\" value=\\"0123456789abcdef\\">',
    'H4sIAAAAAAAAA6tWKkgsLi7PL0pRslJKzi8qSlXIyC8qTlWqBQBBm7qRGgAAAA==',
  ],
  mostBytes: 32 * 1024,
  reshape: reshapedJson,
  async run(input) {
    const capture = await opened(input);
    if (capture instanceof HarReadError) return;
    const clean = await cleaned(capture);
    if (clean === undefined) return;
    const again = await openCapture(memorySource(clean));
    holds('no entry is lost', again.index.length === capture.index.length);
    holds('its own check finds nothing', (await checkCapture(again)).length === 0);
    const twice = await cleaned(again);
    holds('cleaning again changes nothing', twice !== undefined && Buffer.compare(twice, clean) === 0);
  },
};

/** undefined: refused, as damage is. A survivor is refused as well, and a fault. */
async function cleaned(capture: Parameters<typeof sanitizeCapture>[0]): Promise<Uint8Array | undefined> {
  try {
    const { output } = await sanitizeCapture(capture, { key });
    return await output.read(0, output.sizeBytes);
  } catch (error) {
    if (error instanceof SanitizeError && error.code === 'sanitize/damaged-input') return undefined;
    throw error;
  }
}
