/** A line of the console that tells of trouble. */
export interface ConsoleMessage {
  /** `javascript` a script's own error · `console` a call of `console.error` · else the protocol's word: `security`, `network` … */
  readonly source: string;
  readonly level: 'error' | 'warning';
  readonly text: string;
  readonly url?: string;
  /** From 0, as the protocol counts. */
  readonly lineNumber?: number;
  readonly startedDateTime: string;
}

export interface ConsoleMessageOfRequest {
  readonly message: ConsoleMessage;
  /** By id where the browser names it so. */
  readonly requestId: string | undefined;
  /** By URL, where the text quotes one; the first is what it is about. */
  readonly quotedUrl: string | undefined;
}

/** Longer texts are dumps of a page's data. */
const MAX_TEXT = 4000;

interface RemoteObject {
  readonly type: string;
  readonly value?: unknown;
  readonly description?: string;
}

/** Reads `Log.entryAdded`, `Runtime.exceptionThrown` and `Runtime.consoleAPICalled`; undefined for mere talk. */
export function readConsole(method: string, params: unknown): ConsoleMessageOfRequest | undefined {
  if (method === 'Log.entryAdded') {
    const { entry } = params as {
      entry: {
        source: string;
        level: string;
        text: string;
        timestamp: number;
        url?: string;
        lineNumber?: number;
        networkRequestId?: string;
      };
    };
    if (entry.level !== 'error' && entry.level !== 'warning') return undefined;
    return {
      message: messageOf(entry.source, entry.level, entry.text, entry.timestamp, entry.url, entry.lineNumber),
      requestId: entry.networkRequestId,
      quotedUrl: /'([a-z]+:\/\/[^']+)'/i.exec(entry.text)?.[1],
    };
  }
  if (method === 'Runtime.exceptionThrown') {
    const { timestamp, exceptionDetails } = params as {
      timestamp: number;
      exceptionDetails: { text: string; url?: string; lineNumber: number; exception?: RemoteObject };
    };
    const { text, url, lineNumber, exception } = exceptionDetails;
    const what = [text, exception === undefined ? '' : objectText(exception)].filter(Boolean).join(' ');
    return loose(messageOf('javascript', 'error', what, timestamp, url, lineNumber));
  }
  if (method === 'Runtime.consoleAPICalled') {
    const { type, args, timestamp, stackTrace } = params as {
      type: string;
      args: readonly RemoteObject[];
      timestamp: number;
      stackTrace?: { callFrames: readonly { url: string; lineNumber: number }[] };
    };
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return undefined;
    const [frame] = stackTrace?.callFrames ?? [];
    const level = type === 'warning' ? 'warning' : 'error';
    const text = args.map(objectText).join(' ');
    return loose(messageOf('console', level, text, timestamp, frame?.url, frame?.lineNumber));
  }
  return undefined;
}

function loose(message: ConsoleMessage): ConsoleMessageOfRequest {
  return { message, requestId: undefined, quotedUrl: undefined };
}

function messageOf(
  source: string,
  level: 'error' | 'warning',
  text: string,
  epochMs: number,
  url: string | undefined,
  lineNumber: number | undefined,
): ConsoleMessage {
  return {
    source,
    level,
    text: text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} …` : text,
    ...(url === undefined || url === '' ? {} : { url }),
    ...(lineNumber === undefined ? {} : { lineNumber }),
    startedDateTime: new Date(epochMs).toISOString(),
  };
}

/** Objects by their description, never by their members: those are the page's data. */
function objectText({ type, value, description }: RemoteObject): string {
  if (type === 'string' && typeof value === 'string') return value;
  return description ?? (value === undefined ? type : String(value));
}
