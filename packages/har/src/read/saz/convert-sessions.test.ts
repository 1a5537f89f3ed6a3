import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../source/memory-source.ts';
import { convert, entriesOf, type Json, joined, OK } from '../testing/converted.ts';
import { fiddlerArchive, START_MS, USUAL_TIMERS } from '../testing/fiddler-archive.ts';
import { unwrap } from '../unwrap.ts';

function corpus(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../../fixtures/corpus/${name}`, import.meta.url));
}

describe('the archives that Fiddler wrote', () => {
  it('give a table of their sessions', async () => {
    const { har, container, notes } = await convert(corpus('veigr+Nekoxy2--abehiroshi.saz'));
    expect(container).toEqual({ format: 'saz', wrappings: [], otherMembers: [] });
    expect(har.log.creator).toEqual({ name: 'Fiddler', version: '5.0.20182.28034' });
    expect(notes).toEqual([]);
    const table = har.log.entries.map((entry: Json) => {
      const { blocked, dns, connect, wait, receive } = entry.timings;
      return `${entry.response.status} ${entry.request.url} ${entry.time} = ${[blocked, dns, connect, wait, receive].join(' ')} | ${entry.response.content.size}`;
    });
    expect(table).toEqual([
      '200 http://abehiroshi.la.coocan.jp/ 33.908 = 1.9675 1 10 20.9404 0 | 336',
      '200 http://abehiroshi.la.coocan.jp/menu.htm 12.9666 = 0 -1 -1 12.9666 0 | 2399',
      '200 http://abehiroshi.la.coocan.jp/top.htm 23.9275 = 0 0 8 15.9583 0 | 5167',
      '200 http://abehiroshi.la.coocan.jp/abe-top2-4.jpg 48.8696 = 0 -1 -1 11.9678 36.9019 | 65173',
      '200 http://abehiroshi.la.coocan.jp/image/abehiroshi.jpg 11.9683 = 0 -1 -1 11.9683 0 | 3104',
    ]);
    expect(har.log.entries[1].response.content.text).toContain('<HTML>');
    expect(Buffer.from(har.log.entries[3].response.content.text, 'base64').subarray(0, 3)).toEqual(
      Buffer.from([0xff, 0xd8, 0xff]),
    );
  });

  it('give their WebSocket frames unmasked, with seconds as Chrome writes them', async () => {
    const { har } = await convert(corpus('veigr+Nekoxy2--websocket.saz'));
    const [connect, socket] = har.log.entries;
    expect(connect._connect).toBe(true);
    expect(socket.response.status).toBe(101);
    expect(socket._tunnel).toEqual({ entry: 0, dns: 0, connect: 175, ssl: -1 });
    expect(socket._webSocketMessages.slice(0, 4)).toEqual([
      { type: 'send', time: 1543219623.6899252, opcode: 1, data: 'Rock it with HTML5 WebSocket' },
      { type: 'receive', time: 1543219623.86223, opcode: 1, data: 'Rock it with HTML5 WebSocket' },
      { type: 'send', time: 1543219624.9561963, opcode: 1, data: 'hogee' },
      { type: 'receive', time: 1543219625.134198, opcode: 1, data: 'hogee' },
    ]);
  });
});

describe('sessions', () => {
  it('come in the order of their numbers, with gaps and zeros before them', async () => {
    const request = (at: number) => `GET http://example.com/${at} HTTP/1.1\r\n\r\n`;
    const { entries } = await entriesOf(
      { 12: { request: request(12) }, 7: { request: request(7) }, 103: { request: request(103) } },
      { rename: (name) => name.replace(/\d+/, (id) => id.padStart(3, '0')) },
    );
    expect(entries.map((entry: Json) => entry._saz.session)).toEqual([7, 12, 103]);
    expect(entries.map((entry: Json) => entry.request.url)).toEqual(
      [7, 12, 103].map((at) => `http://example.com/${at}`),
    );
  });

  it('have their method and target whatever blanks stand in the request line', async () => {
    const request = `GET  http://example.com/a b${' '.repeat(20_000)}\u2028 HTTP/1.1\r\n\r\n`;
    const { entries } = await entriesOf({ 1: { request } });
    expect(entries[0].request).toMatchObject({ method: 'GET', httpVersion: 'HTTP/1.1' });
    expect(entries[0].request.url).toMatch(/^http:\/\/example\.com\/a b/);
  });

  it.each([
    ['backslashes', (name: string) => name.replaceAll('/', '\\')],
    ['capital letters', (name: string) => name.replace('raw', 'Raw').toUpperCase().replace('RAW', 'Raw')],
    ['a folder around', (name: string) => `case 4711/${name}`],
  ])('are found behind %s', async (_what, rename) => {
    const { entries } = await entriesOf({ 1: { response: OK } }, { rename });
    expect(entries).toHaveLength(1);
    expect(entries[0].response.content.text).toBe('hello');
  });

  it('without a response have status 0 and say why', async () => {
    const { entries } = await entriesOf({
      1: {},
      2: { response: '', flags: { 'x-aborted-when': 'SendingResponse' } },
      3: { response: 'garbage' },
    });
    expect(entries.map((entry: Json) => [entry.response.status, entry.response._error])).toEqual([
      [0, 'No response was recorded'],
      [0, 'No response was recorded (aborted when SendingResponse)'],
      [0, 'The response has no status line'],
    ]);
  });

  it('with damaged or missing times are entries all the same, beside their neighbour', async () => {
    const { entries, notes } = await entriesOf({
      1: { response: OK },
      2: { response: OK, meta: false },
      3: { response: OK, meta: '\0\0\0' },
      4: { response: OK, meta: '<Session SID="4"><SessionTimers ClientBeginRequest="soon"' },
    });
    expect(new Set(entries.map((entry: Json) => entry.startedDateTime)).size).toBe(1);
    expect(Date.parse(entries[3].startedDateTime)).toBe(START_MS);
    expect(notes).toEqual(['saz/no-meta', 'saz/no-start']);
  });

  it('keep Fiddler’s columns and no means to resume a TLS session', async () => {
    const ticket = ['5B', 'FB', '01'].join(' ');
    const { entry } = await entriesOf({
      1: {
        response: OK,
        flags: {
          'x-processinfo': 'chrome:4242',
          'x-clientip': '127.0.0.1',
          'x-clientport': '51000',
          'x-hostip': '192.0.2.7',
          'ui-comments': 'step 3: "save" & wait',
          'ui-color': 'red',
          'https-client-sessionid': ticket,
          'x-autoauth': ['someone', 'secret'].join(':'),
          'x-serversocket': 'REUSE ServerPipe#2',
          ['__proto__']: 'x',
        },
      },
    });
    expect(entry).toMatchObject({
      serverIPAddress: '192.0.2.7',
      connection: '51000',
      comment: 'step 3: "save" & wait',
    });
    expect(entry._saz).toMatchObject({ process: 'chrome:4242', clientIP: '127.0.0.1', color: 'red' });
    expect(entry._saz.flags['x-serversocket']).toBe('REUSE ServerPipe#2');
    expect(JSON.stringify(entry)).not.toContain(ticket);
    expect(JSON.stringify(entry)).not.toContain('secret');
  });
});

describe('tunnels', () => {
  const report = `A SSLv3-compatible ClientHello handshake was found.\n\nVersion: 3.3 (TLS/1.2)\nRandom: 5B FB\nSessionID: 01 02\nExtensions:\n\tserver_name\texample.com\n`;

  it('show TLS as a report, and its cost at the first request through them only', async () => {
    const flags = { 'x-clientport': '51000' };
    const { entries, notes } = await entriesOf({
      1: {
        request: `CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n${report}`,
        response: 'HTTP/1.1 200 Connection Established\r\n\r\nSecure Protocol: Tls12',
        durations: { DNSTime: 3, TCPConnectTime: 30, HTTPSHandshakeTime: 60 },
        timers: { ...USUAL_TIMERS, ServerConnected: 0.5 },
        flags,
      },
      2: {
        request: 'GET /a HTTP/1.1\r\nHost: example.com\r\n\r\n',
        response: OK,
        flags,
        pipe: 'Reused="true"',
      },
      3: {
        request: 'GET /b HTTP/1.1\r\nHost: example.com\r\n\r\n',
        response: OK,
        flags,
        pipe: 'Reused="true"',
      },
      4: {
        request: 'GET /c HTTP/1.1\r\nHost: example.com\r\n\r\n',
        response: OK,
        flags: { 'x-clientport': '51001' },
      },
    });
    expect(entries.map((entry: Json) => entry.request.url)).toEqual([
      'https://example.com/',
      'https://example.com/a',
      'https://example.com/b',
      'http://example.com/c',
    ]);
    const [connect, first, second] = entries;
    expect(connect).toMatchObject({ _connect: true, response: { status: 200, content: { size: 0 } } });
    expect(connect.request.postData).toBeUndefined();
    expect(connect._tls.client).toContain('server_name\texample.com');
    expect(connect._tls.client).not.toMatch(/Random|SessionID/);
    expect(connect._tls.server).toBe('Secure Protocol: Tls12');
    expect(first._tunnel).toEqual({ entry: 0, dns: 3, connect: 90, ssl: 60 });
    expect(first.timings.connect).toBe(-1);
    expect(second._tunnel).toBeUndefined();
    expect(notes).toContain('saz/tls-on-connect');
  });

  it('that a proxy refused show its answer', async () => {
    const { entry } = await entriesOf({
      1: {
        request: 'CONNECT example.com:8443 HTTP/1.1\r\n\r\n',
        response: 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\n\r\n<h1>no</h1>',
      },
    });
    expect(entry).toMatchObject({
      request: { url: 'https://example.com:8443/' },
      response: { status: 407, content: { text: '<h1>no</h1>' } },
    });
  });
});

describe('messages', () => {
  const contentOf = async (response: string | Uint8Array, request?: string) => {
    const { entry, notes } = await entriesOf({
      1: { response, ...(request === undefined ? {} : { request }) },
    });
    return { ...entry.response.content, notes, entry };
  };

  it('may end their lines with LF alone', async () => {
    const { entry } = await contentOf('HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n<b>502</b>');
    expect(entry.response).toMatchObject({
      status: 502,
      statusText: 'Bad Gateway',
      headersSize: 50,
      content: { text: '<b>502</b>' },
    });
  });

  it('keep fields in order, doubled ones too, and join continued lines', async () => {
    const { entry } = await contentOf(
      'HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/; HttpOnly\r\nset-cookie: b=2\r\nX-Long: one\r\n two\r\n\r\n',
    );
    expect(entry.response.headers).toEqual([
      { name: 'Set-Cookie', value: 'a=1; Path=/; HttpOnly' },
      { name: 'set-cookie', value: 'b=2' },
      { name: 'X-Long', value: 'one two' },
    ]);
    expect(entry.response.cookies).toEqual([
      { name: 'a', value: '1', path: '/', httpOnly: true, secure: false },
      { name: 'b', value: '2', httpOnly: false, secure: false },
    ]);
  });

  it('are dechunked, then decoded', async () => {
    const chunk = (bytes: Uint8Array) => joined(`${bytes.length.toString(16)};ext=1\r\n`, bytes, '\r\n');
    for (const [coding, packed] of [
      ['gzip', gzipSync('hello world')],
      ['br', brotliCompressSync(Buffer.from('hello world'))],
    ] as const) {
      const head = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nContent-Encoding: ${coding}\r\n\r\n`;
      const response = joined(
        head,
        chunk(packed.subarray(0, 4)),
        chunk(packed.subarray(4)),
        '0\r\nTrailer: x\r\n\r\n',
      );
      expect(await contentOf(response)).toMatchObject({ text: 'hello world', size: 11, notes: [] });
    }
  });

  it('whose chunks a tool took away are read as they are', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n';
    for (const body of [
      'plain text',
      'abc\r\nthree hexadecimal digits on a line are no chunk, and this is longer'.padEnd(4000, '.'),
    ]) {
      expect(await contentOf(head + body)).toMatchObject({ text: body, notes: ['saz/body-not-chunked'] });
    }
  });

  it('that are cut give their beginning', async () => {
    const long = Array.from({ length: 2000 }, (_, at) => `{"item":${(at * 7919) % 10_007}}`).join('\n');
    const packed = gzipSync(long);
    const response = joined(
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n',
      packed.subarray(0, packed.length >> 1),
    );
    const { text, notes } = await contentOf(response);
    expect(notes).toEqual(['saz/body-cut']);
    expect(long.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(1000);
    expect(
      await contentOf(
        'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n9\r\nwor',
      ),
    ).toMatchObject({ text: 'hellowor', notes: ['saz/body-cut'] });
    expect(
      await contentOf('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\nhello'),
    ).toMatchObject({ text: 'hello', notes: ['saz/body-cut'] });
  });

  it('are text in their charset, or base64 without any loss', async () => {
    const head = (type: string) => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`;
    const sjis = Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]);
    expect(await contentOf(joined(head('text/plain; charset=Shift_JIS'), sjis))).toMatchObject({
      text: '日本',
    });
    expect(await contentOf(joined(head('text/html'), '<meta charset="shift_jis">', sjis))).toMatchObject({
      text: '<meta charset="shift_jis">日本',
    });
    expect(await contentOf(joined(head('text/plain'), sjis))).toMatchObject({
      encoding: 'base64',
      text: Buffer.from(sjis).toString('base64'),
    });
    expect(await contentOf(joined(head('image/png'), Uint8Array.of(1, 2, 3)))).toMatchObject({
      encoding: 'base64',
      text: 'AQID',
    });
    expect(await contentOf('HTTP/1.1 200 OK\r\n\r\n{"no":"type"}')).toMatchObject({ text: '{"no":"type"}' });
  });

  it('may stand behind interim responses', async () => {
    const { entry } = await contentOf(
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${OK}`,
    );
    expect(entry.response).toMatchObject({ status: 200, content: { text: 'hello' } });
  });

  it('of a request keep their body, binary ones as base64', async () => {
    const { entries } = await entriesOf({
      1: {
        request:
          'POST http://example.com/?a=1&b HTTP/1.1\r\nContent-Type: application/json\r\nCookie: a=1; b=2\r\n\r\n{"x":1}',
      },
      2: {
        request: joined(
          'POST http://example.com/ HTTP/1.1\r\nContent-Type: application/octet-stream\r\n\r\n',
          Uint8Array.of(0, 255),
        ),
      },
    });
    expect(entries[0].request).toMatchObject({
      postData: { mimeType: 'application/json', text: '{"x":1}' },
      queryString: [
        { name: 'a', value: '1' },
        { name: 'b', value: '' },
      ],
      cookies: [
        { name: 'a', value: '1' },
        { name: 'b', value: '2' },
      ],
      bodySize: 7,
    });
    expect(entries[1].request.postData).toMatchObject({ encoding: 'base64', text: 'AP8=' });
  });

  it('longer than a piece come out whole', async () => {
    const long = '日本\u0001"\\'.repeat(400_000);
    const { text } = await contentOf(
      joined('HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n', long),
    );
    expect(text === long).toBe(true);
    const bytes = new Uint8Array(2_000_000).map((_, at) => at * 31);
    const binary = await contentOf(joined('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n', bytes));
    expect(Buffer.compare(Buffer.from(binary.text, 'base64'), bytes)).toBe(0);
  });
});

describe('protected archives', () => {
  const password = ['correct', 'horse'].join('-');

  it.each([
    ['AES-256', 3],
    ['AES-128', 1],
    ['ZipCrypto', 0],
  ] as const)('with %s open with their password only', async (_what, strength) => {
    const file = await fiddlerArchive({ 1: { response: OK } }, { password, strength });
    const { har } = await convert(file, { password });
    expect(har.log.entries[0].response.content.text).toBe('hello');
    await expect(unwrap(memorySource(file))).rejects.toMatchObject({ code: 'har/password-needed' });
    await expect(unwrap(memorySource(file), { password: 'not it' })).rejects.toMatchObject({
      code: 'har/password-wrong',
    });
  });
});
