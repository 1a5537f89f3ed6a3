import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { repositoryFiles } from '../repository-files.ts';

const capture =
  '{"log":{"version":"1.2","creator":{"name":"Test","version":"1"},"pages":[],"entries":[{"startedDateTime":"2025-06-06T00:27:29.123Z","time":12,"request":{"method":"GET","url":"https://example.com/","headers":[]},"response":{"status":200,"headers":[],"content":{"size":2,"mimeType":"text/plain","text":"ok"}},"timings":{"send":1,"wait":10,"receive":1}}]}}';

/** One small capture in every packing that is read, and the archives of the corpus. */
export function wrappedCaptures(): Uint8Array[] {
  const plain = strToU8(capture);
  const utf16 = Buffer.from(`\ufeff${capture}`, 'utf16le');
  const fiddler: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'raw/1_c.txt': strToU8('GET https://example.com/a HTTP/1.1\r\nHost: example.com\r\n\r\n'),
    'raw/1_m.xml': strToU8(
      '<Session SID="1" BitFlags="19"><SessionTimers ClientConnected="2026-01-15T09:30:00.0000000Z" ClientDoneRequest="2026-01-15T09:30:00.0010000Z" GotResponseHeaders="0001-01-01T00:00:00" /><PipeInfo /><SessionFlags><SessionFlag N="x-clientport" V="50000" /></SessionFlags></Session>',
    ),
    'raw/1_s.txt': strToU8(
      'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    ),
    'raw/2_w.txt': strToU8('Request-Length: 7\r\nID: 1\r\n\r\n\u0001\u0005Hello'),
  };
  return [
    plain,
    utf16,
    strToU8(`callback(${capture});`),
    strToU8(Buffer.from(capture).toString('base64')),
    strToU8(`data:application/json;base64,${Buffer.from(capture).toString('base64')}`),
    gzipSync(capture),
    gzipSync(gzipSync(capture)),
    deflateSync(capture),
    zipSync({ 'a.har': plain, 'b/c.har': [plain, { level: 0 }] }),
    zipSync({ 'trace.har': plain, 'resources/1.txt': strToU8('body') }),
    zipSync(fiddler),
    ...repositoryFiles('fixtures', /\.(?:saz|zip)$/, 24 * 1024).slice(0, 12),
  ].map((bytes) => new Uint8Array(bytes));
}
