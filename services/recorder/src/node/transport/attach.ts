import { get } from 'node:http';
import { isIPv4 } from 'node:net';
import type { CdpLink } from '../../cdp/cdp-link.ts';
import { messageLink } from '../../cdp/message-link.ts';
import { RecordError } from '../../record-error.ts';
import { webSocketPort } from './web-socket-port.ts';

const ANSWER_MS = 5000;
/** A browser says some hundred; whoever says more is none. */
const MAX_ANSWER_CHARS = 1_000_000;

/**
 * Speaks to a browser that runs with `--remote-debugging-port`. `where`: the port, or the `ws://` address that the browser printed.
 * To this machine alone: whatever listens on the way would read every credential.
 * Error: {@link RecordError} `record/not-reachable`, `record/not-local`.
 */
export async function attachToBrowser(where: string): Promise<{ readonly link: CdpLink; close(): void }> {
  try {
    const address = /^\d{1,5}$/.test(where) ? await addressAt(Number(where)) : where;
    if (!isLocal(address)) throw new RecordError('record/not-local', where);
    const port = await webSocketPort(address);
    const link = messageLink(port);
    // Other programs are debugged in the same way, and refuse what only a browser knows.
    await link.send('Browser.getVersion').catch((error) => {
      port.close();
      throw error;
    });
    return { link, close: () => port.close() };
  } catch (cause) {
    throw cause instanceof RecordError ? cause : new RecordError('record/not-reachable', where, cause);
  }
}

function isLocal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isLoopback =
    hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
  return protocol === 'ws:' && isLoopback;
}

/** What the browser answers at `/json/version`. */
function addressAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path: '/json/version', timeout: ANSWER_MS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
        if (text.length > MAX_ANSWER_CHARS) asked.destroy(new Error('no browser'));
      });
      answer.once('error', reject);
      answer.on('end', () => {
        try {
          const { webSocketDebuggerUrl } = JSON.parse(text) as { webSocketDebuggerUrl?: unknown };
          if (typeof webSocketDebuggerUrl === 'string') resolve(webSocketDebuggerUrl);
          else reject(new Error('no browser'));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer')));
    asked.once('error', reject);
  });
}
