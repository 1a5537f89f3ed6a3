import type { HarEntry } from '../recorder/har.ts';

/** How Fiddler tells a browser what went wrong beyond it. Seen in: archives of Fiddler Classic 5. */
const answers: readonly (readonly [error: RegExp, status: string, text: string])[] = [
  [
    /NAME_NOT_RESOLVED/,
    '502 Fiddler - DNS Lookup Failed',
    '[Fiddler] DNS Lookup for "%" failed. System.Net.Sockets.SocketException No such host is known',
  ],
  [
    /CONNECTION_REFUSED/,
    '502 Fiddler - Connection Failed',
    "[Fiddler] The connection to '%' failed. <br />Error: ConnectionRefused (0x274d). <br />System.Net.Sockets.SocketException No connection could be made because the target machine actively refused it 127.0.0.1:443",
  ],
  [
    /EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED|HTTP2_/,
    '504 Fiddler - Receive Failure',
    '[Fiddler] ReadResponse() failed: The server did not return a complete response for this request. Server returned 0 bytes.',
  ],
];

/** The response of a session whose server gave none; undefined where the request never reached the proxy. */
export function proxyAnswer({ request, response }: HarEntry): Uint8Array | undefined {
  const error = response._error ?? '';
  // The browser hung up: the session stays without an answer.
  if (error.includes('ERR_ABORTED')) return Buffer.alloc(0);
  const answer = answers.find(([pattern]) => pattern.test(error));
  if (answer === undefined) return undefined;
  const [, status, text] = answer;
  const body = text.replace('%', new URL(request.url).hostname).padEnd(512, ' ');
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/html; charset=UTF-8',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
