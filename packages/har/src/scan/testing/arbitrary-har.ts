import fc from 'fast-check';

/** Values that HAR fields hold in the wild, the wrong ones included. */
const oddScalar = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    '404',
    '-1',
    '1e3',
    'x',
    -1,
    0,
    -0,
    Number.POSITIVE_INFINITY,
    [],
    {},
    [1],
    {
      a: 1,
    },
  ),
  fc.constantFrom(
    0.1 + 0.2,
    Number('196.30000000043655'),
    1.1368683772161603e-13,
    2 ** 53 + 2,
    1e21,
    5e-324,
    1.2345678901234568e17,
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', 'a"b\\c/d\b\f\n\r\t', '\u0000\u001f', 'ключ 值 🙂', '{"startedDateTime":1}', '\\u0041'),
);
/** Only what the index keeps as a range may be longer than a kernel's window. */
const longText = fc.oneof(text, fc.constantFrom('x'.repeat(9000), 'é"\\\n'.repeat(3000), '🙂'.repeat(5000)));
const url = fc.oneof(
  text,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'data:text/plain,x',
    'https://User:Pass@EXAMPLE.test:8443/a',
    'wss://[2001:db8::1]:1/x',
    'about:blank',
    'http://',
    `https://a.test/${'x'.repeat(9000)}`,
  ),
);
const when = fc.oneof(
  text,
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '2025-06-06T00:27:29.1234567+09:00',
    '2025-06-06T00:27:29Z',
    '0001-01-01T00:00:00',
    '2025-02-30T00:00:00Z',
  ),
);
const header = fc.record(
  {
    name: fc.oneof(text, fc.constantFrom('trackingid', 'TrackingID', 'Trackingid', 'host')),
    value: fc.oneof(text, oddScalar),
  },
  { requiredKeys: [] },
);
const either = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: oddScalar });
const optional = { requiredKeys: [] };

const request = fc.record(
  {
    method: either(fc.constantFrom('GET', 'PATCH', 'OPTIONS')),
    url: either(url),
    headers: either(fc.array(header, { maxLength: 4 })),
    postData: either(fc.record({ mimeType: text, text: either(longText), _file: either(text) }, optional)),
    bodySize: oddScalar,
  },
  optional,
);
const response = fc.record(
  {
    status: oddScalar,
    headers: either(fc.array(header, { maxLength: 4 })),
    content: either(
      fc.record(
        {
          size: oddScalar,
          mimeType: either(text),
          text: either(longText),
          encoding: either(fc.constantFrom('base64', 'BASE64', 'x')),
          _file: either(text),
        },
        optional,
      ),
    ),
    headersSize: oddScalar,
    bodySize: oddScalar,
    _transferSize: oddScalar,
    _error: either(text),
    _fetchType: either(fc.constantFrom('Memory Cache', 'Network Load')),
  },
  optional,
);
const entry = fc.record(
  {
    startedDateTime: either(when),
    time: oddScalar,
    request: either(request),
    response: either(response),
    timings: either(
      fc.record(
        {
          blocked: oddScalar,
          dns: oddScalar,
          connect: oddScalar,
          ssl: oddScalar,
          send: oddScalar,
          wait: oddScalar,
          receive: oddScalar,
        },
        optional,
      ),
    ),
    cache: fc.constant({}),
    _resourceType: either(text),
    _fromCache: either(text),
    _initiator: oddScalar,
    _webSocketMessages: oddScalar,
    _failureText: either(text),
    '"escaped\\key"': text,
  },
  optional,
);

/** A HAR as data: `{log: {…}}` with up to `maxEntries` entries of every strangeness that JSON allows. */
export function arbitraryHar(
  maxEntries = 6,
): fc.Arbitrary<{ log: { entries: unknown[] } & Record<string, unknown> }> {
  return fc.record({
    log: fc.record({
      version: fc.constant('1.2'),
      creator: fc.constant({ name: 'Test', version: '1' }),
      pages: fc.constantFrom<unknown>([], null, [{ id: 'p', title: '{"entries":[' }]),
      entries: fc.array(either(entry), { maxLength: maxEntries }),
      comment: text,
    }),
  });
}

/** How a JSON text may be written; all of them say the same. */
export const formattings = [
  'minified',
  'two blanks',
  'tabs',
  'CRLF',
  'reversed keys',
  'escaped keys',
  'duplicate keys',
  'escaped text',
] as const;

/** Writes a value in one of {@link formattings}. */
export function format(value: unknown, how: (typeof formattings)[number]): string {
  switch (how) {
    case 'minified':
      return JSON.stringify(value);
    case 'two blanks':
      return JSON.stringify(value, null, 2);
    case 'tabs':
      return JSON.stringify(value, null, '\t');
    case 'CRLF':
      return JSON.stringify(value, null, 4).replaceAll('\n', '\r\n');
    case 'reversed keys':
      return JSON.stringify(reverseKeys(value), null, 1);
    case 'escaped keys':
      return write(
        value,
        (key) =>
          `"${[...key].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
        false,
      );
    case 'duplicate keys':
      return write(value, (key) => JSON.stringify(key), true);
    case 'escaped text':
      return JSON.stringify(value).replace(
        /[\u0080-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
  }
}

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}

/** Writes JSON with keys spelled by `spell`; `twice`: each scalar key stands before with another value. */
function write(value: unknown, spell: (key: string) => string, twice: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, spell, twice)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, item]) => {
    const pair = `${spell(key)}:${write(item, spell, twice)}`;
    // The entries themselves are the exception: a second array adds, so that nothing is lost.
    return twice && key !== 'entries' && key !== 'log' ? `${spell(key)}:${decoyOf(item)},${pair}` : pair;
  });
  return `{${pairs.join(', ')}}`;
}

function decoyOf(item: unknown): string {
  if (typeof item === 'number') return '12345';
  if (typeof item === 'string') return '"base64"';
  return '{"text":"decoy","status":500,"method":"DECOY","_file":"x","wait":3,"name":"trackingid","value":"DECOY_1"}';
}
