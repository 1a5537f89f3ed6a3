/** What attackers put into a capture to deceive whoever reads it in a terminal or a spreadsheet. */
export const hostileText =
  '\x1b[2J\x1b]0;owned\x07\u009b31m\r\nforged line\u2028\u202egpj.exe\u200b\ufeff\x7f\u{e0041}<\u0301\u0301\u0301\u0301\u0301\u0301>';

/** A HAR that has {@link hostileText} in every place that a command prints. */
export function hostileHar(): string {
  const field = { name: `x-${hostileText}`, value: hostileText };
  const cookie = { name: 'Set-Cookie', value: `${hostileText}=${hostileText}` };
  const frame = {
    functionName: hostileText,
    url: hostileText,
    scriptId: '1',
    lineNumber: 3,
    columnNumber: 5,
  };
  const entry = {
    startedDateTime: '2025-03-04T10:20:30.000Z',
    time: 20,
    comment: hostileText,
    serverIPAddress: hostileText,
    _priority: hostileText,
    _resourceType: hostileText,
    _error: hostileText,
    _initiator: { type: hostileText, stack: { description: hostileText, callFrames: [frame] } },
    _webSocketMessages: [{ type: 'receive', time: 1741083630, opcode: 1, data: hostileText }],
    request: {
      method: hostileText,
      url: `https://example.com/${hostileText}?token=${hostileText}`,
      httpVersion: hostileText,
      headers: [
        field,
        { name: 'TrackingID', value: `ATLAS_${hostileText}` },
        { name: 'Cookie', value: hostileText },
      ],
      queryString: [field],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
      postData: { mimeType: hostileText, text: hostileText },
    },
    response: {
      status: 502,
      statusText: hostileText,
      httpVersion: hostileText,
      headers: [field, cookie],
      cookies: [],
      content: {
        size: 10,
        mimeType: hostileText,
        text: JSON.stringify({ message: hostileText, [hostileText]: [hostileText] }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 1, wait: 18, receive: 1 },
  };
  const log = {
    version: '1.2',
    creator: { name: hostileText, version: hostileText },
    pages: [],
    entries: [entry],
  };
  return JSON.stringify({ log });
}
