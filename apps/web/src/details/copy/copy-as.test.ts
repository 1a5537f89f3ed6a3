import { execFileSync } from 'node:child_process';
import type { Entry } from '@harrier/har';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyAs } from './copy-as.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

const entryOf = (request: Request): Entry => ({ request }) as unknown as Entry;

/** Whatever a shell, a script or a wire format could take for something else. */
const text = fc.string({
  unit: fc.constantFrom(...`'"\`$\\!;&|<>()[]{}*?~#%=@-, \t\n\r‘’‚‛aZ0é字\u{1f512}\u2028`),
  maxLength: 12,
});
const name = fc.string({ unit: fc.constantFrom(...'XyZ-_1'), minLength: 1, maxLength: 6 });
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PATCH', 'HEAD'),
  url: text,
  headers: fc.array(fc.record({ name, value: text }), { maxLength: 4 }),
});
/** A field is one line. */
const line = (value: string): string => value.replace(/[\r\n]+/g, ' ');

/** A value between single quotes of PowerShell, back. Spec: about_Quoting_Rules. */
function powerValues(command: string): string[] {
  const quote = "['‘’‚‛]";
  const pattern = new RegExp(`${quote}((?:[^'‘’‚‛]|(?:${quote}){2})*)${quote}`, 'g');
  return [...command.matchAll(pattern)].map((match) =>
    (match[1] as string).replace(new RegExp(`(${quote})${quote}`, 'g'), '$1'),
  );
}

describe('a request as a cURL command', () => {
  it('means to every shell what was captured, whatever is in it', () => {
    const cases = fc.sample(fc.tuple(request, text), 200);
    const script = cases
      .map(([one, body]) => copyAs('cURL', entryOf(one), body).replace(/^curl/, "printf '%s\\0'"))
      .join('\nprintf "\\001\\0"\n');
    const expected = cases.map(([{ method, url, headers }, body]) => [
      '--globoff',
      '--path-as-is',
      '--url',
      url,
      ...(method === 'HEAD' ? ['--head'] : ['-X', method]),
      ...headers.flatMap((field) => [
        '-H',
        line(field.value).trim() === '' ? `${field.name};` : `${field.name}: ${line(field.value)}`,
      ]),
      ...(body === '' ? [] : ['--data-raw', body]),
    ]);
    for (const shell of ['sh', 'bash']) {
      const output = execFileSync(shell, ['-c', script], { encoding: 'utf8', maxBuffer: 2 ** 24 });
      expect(output.split('\u0001\0').map((part) => part.split('\0').slice(0, -1))).toEqual(expected);
    }
  });
});

describe('a request as a call of fetch', () => {
  it('asks for the same, with fields that stand there twice', async () => {
    await fc.assert(
      fc.asyncProperty(request, text, async ({ method, url, headers }, body) => {
        const run = new Function(
          'fetch',
          `return (async () => { ${copyAs('fetch', entryOf({ method, url, headers }), body)} })()`,
        );
        const seen: [
          string,
          { method: string; headers: Record<string, string> | string[][]; body?: string },
        ][] = [];
        await run((...given: (typeof seen)[number]) => seen.push(given));
        const [askedUrl, options] = seen[0] as (typeof seen)[number];
        const asked = Array.isArray(options.headers) ? options.headers : Object.entries(options.headers);
        const sort = (pairs: string[][]) => pairs.map((pair) => pair.join(' ')).sort();
        expect(askedUrl).toBe(url);
        expect(options.method).toBe(method);
        expect(sort(asked)).toEqual(sort(headers.map((field) => [field.name, line(field.value)])));
        const hasBody = body !== '' && method !== 'GET' && method !== 'HEAD';
        expect(options.body).toBe(hasBody ? body : undefined);
      }),
    );
  });
});

describe('a request as a PowerShell command', () => {
  it('holds every value as it was between its quotes, and each name once', () => {
    fc.assert(
      fc.property(request, text, ({ method, url, headers }, body) => {
        const command = copyAs('PowerShell', entryOf({ method, url, headers }), body);
        const values = powerValues(command);
        expect(values.slice(0, 2)).toEqual([url, method]);
        if (body !== '') expect(values.at(-1)).toBe(body);
        const pairs = values.slice(2, body === '' ? undefined : -1);
        const names = pairs.filter((_, at) => at % 2 === 0).map((one) => one.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(new Set(names)).toEqual(new Set(headers.map((field) => field.name.toLowerCase())));
      }),
    );
  });

  it('gives the content type and the browser by their own parameters, and the body as UTF-8', () => {
    const command = copyAs(
      'PowerShell',
      entryOf({
        method: 'POST',
        url: 'https://api.example.com/',
        headers: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'User-Agent', value: "it's" },
        ],
      }),
      '{"a":"é"}',
    );
    expect(command).toContain("-ContentType 'application/json'");
    expect(command).toContain("-UserAgent 'it''s'");
    expect(command).toContain(`-Body ([Text.Encoding]::UTF8.GetBytes('{"a":"é"}'))`);
  });
});

describe('a request as a message', () => {
  it('has a line for each field, whatever is in them, and leaves out what the sender makes itself', () => {
    fc.assert(
      fc.property(request, ({ headers, method }) => {
        const own = [':path', 'Content-Length', 'host'].map((one) => ({ name: one, value: '1' }));
        const message = copyAs(
          'HTTP',
          entryOf({ method, url: 'https://api.example.com/a?b=1', headers: [...own, ...headers] }),
        );
        expect(message.split('\r\n')).toEqual([
          `${method} /a?b=1 HTTP/1.1`,
          'Host: api.example.com',
          ...headers.map((field) => `${field.name}: ${line(field.value)}`),
          '',
          '',
        ]);
      }),
    );
  });
});
