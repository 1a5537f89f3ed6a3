/** Where a customer's link leads to: the server, and the token behind `#`, which browsers send to nobody by themselves. */
export interface UploadLink {
  readonly origin: string;
  readonly token: string;
}

/** `https://harrier.example.com/#upload=<token>`; plain http only to this machine. undefined: it is none. */
export function readUploadLink(text: string): UploadLink | undefined {
  const given = text.trim();
  if (!URL.canParse(given)) return undefined;
  const { protocol, hostname, origin, hash } = new URL(given);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return undefined;
  const token = /^#upload=([\w-]{20,200})$/.exec(hash)?.[1];
  return token === undefined ? undefined : { origin, token };
}

/** Where the capture went to. */
export interface SentCapture {
  readonly organisation: string;
  readonly caseNumber: number;
}

/** The server's answer was no: `gone` the link has ended. */
export class UploadRefusal extends Error {
  readonly why: 'gone' | 'failed';

  constructor(why: 'gone' | 'failed') {
    super(`the upload was refused: ${why}`);
    this.name = 'UploadRefusal';
    this.why = why;
  }
}

/** Sends a clean capture to the case that a link is for. Error: {@link UploadRefusal}. */
export async function sendClean(
  { origin, token }: UploadLink,
  clean: Blob,
  name: string,
): Promise<SentCapture> {
  const ask = async (path: string, { headers, ...init }: RequestInit = {}): Promise<Response> => {
    let answer: Response;
    try {
      answer = await fetch(`${origin}${path}`, {
        ...init,
        // Nothing of the person's session on that server, and no trace of this page.
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        headers: { 'harrier-upload': token, ...headers },
      });
    } catch {
      throw new UploadRefusal('failed');
    }
    if (answer.status === 410) throw new UploadRefusal('gone');
    if (!answer.ok) throw new UploadRefusal('failed');
    return answer;
  };
  const place = (await (await ask('/api/uploads')).json()) as SentCapture;
  await ask(`/api/uploads/clean?${new URLSearchParams({ name })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: clean,
  });
  return place;
}
