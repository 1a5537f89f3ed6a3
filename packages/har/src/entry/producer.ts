import type { NameVersion } from '../capture.ts';

/** Stable id of a program that writes captures. */
export type ProducerId =
  | 'chrome'
  | 'edge'
  | 'opera'
  | 'chromium'
  | 'firefox'
  | 'firebug'
  | 'safari'
  | 'internet-explorer'
  | 'fiddler'
  | 'charles'
  | 'mitmproxy'
  | 'proxyman'
  | 'http-toolkit'
  | 'playwright'
  | 'puppeteer'
  | 'chrome-har-capturer'
  | 'capture-har'
  | 'chrome-har'
  | 'browsertime'
  | 'webpagetest'
  | 'browsermob'
  | 'insomnia'
  | 'postman'
  | 'polly'
  | 'phantomjs'
  | 'burp'
  | 'zap'
  | 'wxc-sdk'
  | 'harrier'
  | 'unknown';

/** Which program wrote a capture, as far as `creator`, `browser` and User-Agent tell. */
export interface Producer {
  readonly id: ProducerId;
  /** For people: `Chrome`, `Fiddler`, the creator's own name where we do not know it, `unknown`. */
  readonly label: string;
  /** Of the program that recorded (the browser's, not `537.36`), where it is known. */
  readonly version?: string;
  /** Adds `ssl` to `time` on top of `connect`, where HAR 1.2 counts it inside (measured, see `sslBooking`). */
  readonly sslBesideConnect: boolean;
  /** Adds `ssl` to `time` although its `connect` holds it already (measured, see `repeatedTlsMs`). */
  readonly countsTlsTwice: boolean;
}

interface ProducerRow {
  readonly id: ProducerId;
  readonly label: string;
  readonly creator: RegExp;
}

/** By `log.creator.name`; the first row that fits counts. */
const producers: readonly ProducerRow[] = [
  { id: 'chrome', label: 'Chrome', creator: /^WebInspector$/i },
  { id: 'safari', label: 'Safari', creator: /^WebKit Web Inspector/i },
  { id: 'firebug', label: 'Firebug', creator: /firebug/i },
  { id: 'firefox', label: 'Firefox', creator: /^firefox/i },
  { id: 'internet-explorer', label: 'Internet Explorer', creator: /internet explorer|^F12 developer/i },
  { id: 'fiddler', label: 'Fiddler', creator: /fiddler/i },
  { id: 'charles', label: 'Charles', creator: /charles/i },
  { id: 'mitmproxy', label: 'mitmproxy', creator: /mitm(proxy|dump|web)/i },
  { id: 'proxyman', label: 'Proxyman', creator: /proxyman/i },
  { id: 'http-toolkit', label: 'HTTP Toolkit', creator: /http ?toolkit/i },
  { id: 'playwright', label: 'Playwright', creator: /playwright/i },
  { id: 'puppeteer', label: 'Puppeteer', creator: /puppeteer/i },
  { id: 'chrome-har-capturer', label: 'chrome-har-capturer', creator: /^chrome[- ]har[- ]capturer/i },
  { id: 'capture-har', label: 'capture-har', creator: /^capture-har/i },
  { id: 'browsertime', label: 'Browsertime', creator: /browsertime|sitespeed/i },
  { id: 'chrome-har', label: 'chrome-har', creator: /^chrome-har$|^chrome har$/i },
  { id: 'webpagetest', label: 'WebPageTest', creator: /webpage ?test/i },
  { id: 'browsermob', label: 'BrowserUp Proxy', creator: /browser(mob|up)/i },
  { id: 'insomnia', label: 'Insomnia', creator: /insomnia/i },
  { id: 'postman', label: 'Postman', creator: /postman/i },
  { id: 'polly', label: 'Polly.JS', creator: /polly/i },
  { id: 'phantomjs', label: 'PhantomJS', creator: /phantom/i },
  { id: 'burp', label: 'Burp Suite', creator: /burp|logger\+\+/i },
  { id: 'zap', label: 'ZAP', creator: /\bzap\b|zaproxy/i },
  { id: 'wxc-sdk', label: 'wxc_sdk', creator: /wxc_sdk/i },
  { id: 'harrier', label: 'Harrier', creator: /^Harrier Recorder$/ },
];

/** Chromium's browsers all write creator "WebInspector" 537.36; only the User-Agent tells them apart. */
const chromiumBrowsers: readonly { id: ProducerId; label: string; userAgent: RegExp }[] = [
  { id: 'edge', label: 'Edge', userAgent: /\bEdgA?\/([\d.]+)/ },
  { id: 'opera', label: 'Opera', userAgent: /\bOPR\/([\d.]+)/ },
  { id: 'chromium', label: 'Chromium', userAgent: /\b(?:HeadlessChrome|Chromium)\/([\d.]+)/ },
  { id: 'chrome', label: 'Chrome', userAgent: /\bChrome\/([\d.]+)/ },
];

/** Measured on 278 captures: 56 entries add ssl on top of connect, of these two programs and of Playwright. */
const sslBesideConnect: ReadonlySet<ProducerId> = new Set(['firefox', 'mitmproxy']);

/** What is known about a capture whose log says nothing. */
export const unknownProducer: Producer = {
  id: 'unknown',
  label: 'unknown',
  sslBesideConnect: false,
  countsTlsTwice: false,
};

/** Names the program that wrote a capture. `userAgent` is that of any of its requests. */
export function detectProducer(log: {
  readonly creator?: NameVersion;
  readonly browser?: NameVersion;
  readonly userAgent?: string;
}): Producer {
  const { creator, userAgent = '' } = log;
  if (!creator) return unknownProducer;
  const row = producers.find((candidate) => candidate.creator.test(creator.name));
  if (!row) return describe('unknown', creator.name || 'unknown', creator.version);
  if (row.id !== 'chrome') return describe(row.id, row.label, creator.version);
  for (const browser of chromiumBrowsers) {
    const version = browser.userAgent.exec(userAgent)?.[1];
    if (version) return describe(browser.id, browser.label, version);
  }
  return describe('chrome', 'Chrome', log.browser?.version ?? '');
}

/** Written by the exporter that Chrome, Edge, Opera and Chromium share. */
export function isDevTools(producer: Producer): boolean {
  return ['chrome', 'edge', 'opera', 'chromium'].includes(producer.id);
}

function describe(id: ProducerId, label: string, version: string): Producer {
  return {
    id,
    label,
    ...(version ? { version } : {}),
    sslBesideConnect: sslBesideConnect.has(id),
    countsTlsTwice: id === 'playwright',
  };
}
