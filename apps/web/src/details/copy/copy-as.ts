import type { Entry, Field } from '@harrier/har';

/** Forms of a request that other programs take. */
export const copyForms = ['cURL', 'fetch', 'PowerShell', 'HTTP'] as const;
export type CopyForm = (typeof copyForms)[number];

/** Fields that the program which sends the request makes itself. */
const OWN_FIELDS = /^(?::.*|content-length|host|connection|accept-encoding)$/i;

/** A request as a command or a text, with the values as they are shown: masked ones stay masked. */
export function copyAs(form: CopyForm, { request }: Entry, body = ''): string {
  const { method, url } = request;
  const fields = request.headers
    .filter(({ name }) => name !== '' && !OWN_FIELDS.test(name))
    .map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) }));
  switch (form) {
    case 'cURL':
      return curl(method, url, fields, body);
    case 'fetch':
      return fetchCall(method, url, fields, body);
    case 'PowerShell':
      return powerShell(method, url, fields, body);
    case 'HTTP': {
      const { pathname, search, host } = urlOf(url);
      const lines = [`${oneLine(method)} ${pathname}${search} HTTP/1.1`, `Host: ${host}`];
      return [...lines, ...fields.map(({ name, value }) => `${name}: ${value}`), '', body].join('\r\n');
    }
  }
}

/** A field with a line end in it would become two, and no program takes a zero byte as an argument. */
function oneLine(text: string): string {
  return text.replace(/\0/g, '').replace(/[\r\n]+/g, ' ');
}

function curl(method: string, url: string, fields: readonly Field[], body: string): string {
  // `--url`: an address could begin like an option. `--globoff`: brackets and braces in it mean nothing.
  const parts = [`curl --globoff --path-as-is --url ${quoteShell(url)}`];
  parts.push(method.toUpperCase() === 'HEAD' ? '--head' : `-X ${quoteShell(method)}`);
  // With nothing behind the colon curl leaves the field out; a semicolon says that it is to be empty.
  for (const { name, value } of fields)
    parts.push(`-H ${quoteShell(value.trim() === '' ? `${name};` : `${name}: ${value}`)}`);
  if (body !== '') parts.push(`--data-raw ${quoteShell(body)}`);
  return parts.join(' \\\n  ');
}

/** In single quotes nothing has a meaning but the quote itself. Spec: POSIX shell §2.2.2. */
function quoteShell(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}

function fetchCall(method: string, url: string, fields: readonly Field[], body: string): string {
  const names = new Set(fields.map(({ name }) => name.toLowerCase()));
  const pairs = fields.map(({ name, value }) => [name, value] as const);
  const mayHaveBody = !/^(?:GET|HEAD)$/i.test(method);
  const options = {
    method,
    // An object holds each name once, and `__proto__` not at all.
    headers: names.size === pairs.length && !names.has('__proto__') ? Object.fromEntries(pairs) : pairs,
    ...(body === '' || !mayHaveBody ? {} : { body }),
  };
  return `await fetch(${JSON.stringify(url)}, ${JSON.stringify(options, null, 2)});`;
}

function powerShell(method: string, url: string, fields: readonly Field[], body: string): string {
  // A hash table takes each name once, in any case.
  const merged = new Map<string, Field>();
  for (const { name, value } of fields) {
    const known = merged.get(name.toLowerCase());
    const joint = name.toLowerCase() === 'cookie' ? '; ' : ', ';
    merged.set(name.toLowerCase(), {
      name: known?.name ?? name,
      value: known === undefined ? value : `${known.value}${joint}${value}`,
    });
  }
  // Windows PowerShell takes these two by their own parameters only.
  const userAgent = merged.get('user-agent');
  const contentType = merged.get('content-type');
  merged.delete('user-agent');
  merged.delete('content-type');
  const parts = [`Invoke-WebRequest -UseBasicParsing -Uri ${quotePower(url)} -Method ${quotePower(method)}`];
  if (userAgent !== undefined) parts.push(`-UserAgent ${quotePower(userAgent.value)}`);
  if (contentType !== undefined) parts.push(`-ContentType ${quotePower(contentType.value)}`);
  const headers = [...merged.values()].map(
    ({ name, value }) => `  ${quotePower(name)} = ${quotePower(value)}`,
  );
  if (headers.length > 0) parts.push(`-Headers @{\n${headers.join('\n')}\n}`);
  // A text would be sent in Latin-1.
  if (body !== '') parts.push(`-Body ([Text.Encoding]::UTF8.GetBytes(${quotePower(body)}))`);
  return parts.join(' `\n');
}

/** In single quotes nothing is expanded; quotation marks of other kinds count as the same. */
function quotePower(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

function urlOf(url: string): { pathname: string; search: string; host: string } {
  try {
    return new URL(url);
  } catch {
    return { pathname: oneLine(url), search: '', host: '' };
  }
}
