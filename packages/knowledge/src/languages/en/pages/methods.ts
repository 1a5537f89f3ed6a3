import type { MethodWords } from '../../../pages/method/method-words.ts';

export const methods: MethodWords = {
  overview:
    'The method says what the client wants done. Whether a failed request may be repeated without harm depends on it.',
  columns: {
    safe: 'The client asks to read only. The server may still log or count.',
    idempotent:
      'Doing it several times leaves the server as doing it once does. Clients may repeat it after a broken connection.',
    cacheable: 'A cache may keep the response and answer later requests with it.',
    use: 'What it is mostly used for.',
    requestContent: 'Whether the client usually sends data: JSON, a form, a file.',
    responseContent: 'Whether the server usually sends data back.',
  },
  methods: {
    GET: {
      meaning: 'Asks for the current state of the resource.',
      use: 'Read data',
      pitfall:
        'Everything it sends stands in the URL: a token there ends up in logs, `Referer` and captures. A body has no defined meaning, and some servers refuse it.',
    },
    HEAD: {
      meaning: 'Asks for what `GET` would answer, without the body.',
      use: 'Read header fields only',
      pitfall: '`Content-Length` tells the size that `GET` would send; nothing was cut off.',
    },
    POST: {
      meaning: 'Hands data to the resource, which does with it what it is made for.',
      use: 'Create something, submit a form, start an action',
      pitfall:
        'Repeating it can create things twice. After a timeout, find out whether the first one arrived before you try again.',
    },
    PUT: {
      meaning: 'Replaces the whole resource by what is sent, or creates it.',
      use: 'Replace a resource',
      pitfall: 'What the body leaves out is gone afterwards. To change one member, use `PATCH`.',
    },
    PATCH: {
      meaning: 'Changes parts of the resource, as the body describes.',
      use: 'Change parts of a resource',
      pitfall:
        'By RFC 5789 it is neither safe nor idempotent. Guides that call it idempotent “in general” describe one implementation: ask before you repeat it, or guard it with `If-Match`.',
    },
    DELETE: {
      meaning: 'Asks the server to remove the resource.',
      use: 'Delete a resource',
      pitfall:
        'A second one often gets `404`: the end is the same, so it is still idempotent. A body has no defined meaning; some servers and proxies drop it or refuse the request.',
    },
    OPTIONS: {
      meaning: 'Asks what may be done with the resource.',
      use: 'CORS preflight; discover methods',
      pitfall:
        'Browsers send it on their own before some requests to other origins (preflight), without credentials. If it fails, the real request is never sent.',
    },
    TRACE: {
      meaning: 'Asks the server to send the request back as it arrived.',
      use: 'Test the way to the server',
      pitfall:
        'Pages cannot send it, and most servers switch it off. It must not carry a body or credentials.',
    },
    CONNECT: {
      meaning: 'Asks a proxy to open a tunnel to a host and port.',
      use: 'HTTPS through a proxy',
      pitfall:
        'Only proxies and tools such as Fiddler show it. `407` here means that the proxy wants a sign-in; the service never saw the request.',
    },
  },
};
