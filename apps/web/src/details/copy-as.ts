import type { Entry, Field } from '@harrier/har';

export type CopyForm = 'cURL' | 'fetch' | 'PowerShell' | 'HTTP';

/** Fields that the program which sends the request makes itself. */
const OWN_FIELDS = /^(?::.*|content-length|host|connection|accept-encoding)$/i;

/** A request as a command or a text, with the values as they are shown: masked ones stay masked. */
export function copyAs(form: CopyForm, { request }: Entry, body = ''): string {
  const fields = request.headers.filter(({ name }) => !OWN_FIELDS.test(name));
  switch (form) {
    case 'cURL':
      return curl(request.method, request.url, fields, body);
    case 'fetch':
      return `await fetch(${JSON.stringify(request.url)}, ${JSON.stringify(
        {
          method: request.method,
          headers: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
          ...(body === '' ? {} : { body }),
        },
        null,
        2,
      )});`;
    case 'PowerShell':
      return powerShell(request.method, request.url, fields, body);
    case 'HTTP': {
      const { pathname, search, host } = urlOf(request.url);
      const lines = [`${request.method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`];
      return [...lines, ...fields.map(({ name, value }) => `${name}: ${value}`), '', body].join('\r\n');
    }
  }
}

function curl(method: string, url: string, fields: readonly Field[], body: string): string {
  const parts = [`curl ${quoteShell(url)}`, `-X ${quoteShell(method)}`];
  for (const { name, value } of fields) parts.push(`-H ${quoteShell(`${name}: ${value}`)}`);
  if (body !== '') parts.push(`--data-raw ${quoteShell(body)}`);
  return parts.join(' \\\n  ');
}

/** In single quotes nothing has a meaning but the quote itself. Spec: POSIX shell §2.2.2. */
function quoteShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function powerShell(method: string, url: string, fields: readonly Field[], body: string): string {
  const headers = fields.map(({ name, value }) => `  ${quotePower(name)} = ${quotePower(value)}`);
  const parts = [`Invoke-WebRequest -Uri ${quotePower(url)} -Method ${quotePower(method)}`];
  if (headers.length > 0) parts.push(`-Headers @{\n${headers.join('\n')}\n}`);
  if (body !== '') parts.push(`-Body ${quotePower(body)}`);
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
    return { pathname: url, search: '', host: '' };
  }
}
