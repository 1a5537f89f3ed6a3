import type { TabName } from '../../details/open-tab.ts';
import type { Party } from '../../details/timing/phase-shares.ts';
import type { ChainLink } from '../../engine/chain/request-chain.ts';
import type { RejectedCookie } from '../../engine/rejected-cookies.ts';

/** What is said around one request, in one language. Header names, claims and attributes are literals and stay. */
export interface DetailsWords {
  readonly tabs: Readonly<Record<TabName, string>>;
  readonly close: string;
  readonly unmasked: string;
  readonly showValue: string;
  readonly hideValue: string;
  readonly reading: string;
  readonly nothing: string;
  /** What a tab says where it has nothing to show. */
  readonly none: Readonly<Record<'payload' | 'cookies' | 'messages', string>>;
  /** Kinds of WebSocket frames that are no text. */
  readonly frames: Readonly<Record<'binary' | 'close', string>>;
  readonly brokenJson: string;
  /** Beside a page that was captured: why it looks as it does. */
  readonly isolated: string;
  readonly copyMenu: string;
  copyAs(form: string): string;
  saveAs(form: string): string;
  /** The waterfall of every request that the table shows. */
  saveWaterfall(form: string): string;
  readonly print: string;
  readonly save: string;

  readonly noFinding: string;
  readonly evidence: string;
  readonly chain: string;
  readonly links: Readonly<Record<ChainLink, string>>;
  readonly redirectsTo: string;
  /** Which attempt it was, of how many. */
  attempts(attempt: number, of: number): string;
  readonly caused: string;
  requests(count: number, orMore: boolean): string;
  readonly chainCut: string;
  readonly noInitiator: string;
  readonly initiatedBy: string;
  readonly callStack: string;
  frameworkFrames(count: number): string;

  readonly general: string;
  readonly requestHeaders: string;
  readonly responseHeaders: string;
  readonly method: string;
  readonly status: string;
  readonly started: string;
  readonly server: string;
  readonly protocol: string;
  readonly priority: string;
  readonly connection: string;
  readonly cache: string;
  readonly error: string;
  readonly comment: string;
  readonly sameTrackingId: string;
  readonly token: string;
  readonly tokenHeader: string;
  readonly tokenClaims: string;
  readonly claims: Readonly<Record<'iat' | 'nbf' | 'exp' | 'auth_time', string>>;
  /** How far a time lay from the request: `span` after it, or before. */
  beside(span: string, later: boolean): string;

  readonly query: string;
  readonly form: string;
  readonly body: string;
  readonly raw: string;
  readonly variables: string;
  part(number: number): string;
  readonly cut: string;
  readonly more: string;
  readonly pretty: string;
  readonly search: string;
  found(count: string): string;
  readonly copyPath: string;
  readonly copyValue: string;
  readonly absent: Readonly<
    Record<'no-body' | 'not-captured' | 'failed' | 'over-limit' | 'cors-preflight', string>
  >;
  readonly undrawable: string;
  readonly capturedPicture: string;
  readonly capturedSound: string;
  pdfPages(count: number): string;
  readonly pdfEncrypted: string;
  readonly pdfActive: string;
  readonly pdfNotDrawn: string;

  readonly noTiming: string;
  readonly pending: string;
  readonly fromMemory: string;
  readonly total: string;
  readonly failedHere: string;
  queuedAt(time: string): string;
  startedAt(time: string): string;
  readonly timingGroups: Readonly<Record<'scheduling' | 'connection' | 'serviceWorker' | 'exchange', string>>;
  readonly parties: Readonly<Record<Party, string>>;

  readonly sentCookies: string;
  readonly setCookies: string;
  readonly cookieName: string;
  readonly cookieValue: string;
  readonly cookieSize: string;
  readonly rejectedCookies: Readonly<Record<RejectedCookie['reason'], string>>;

  /** What the editor says by itself, by its own English words. */
  readonly editor: Readonly<Record<string, string>>;
}
