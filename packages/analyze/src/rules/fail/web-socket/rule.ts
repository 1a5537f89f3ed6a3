import { EntryFlag } from '@harrier/har';
import { oneLine } from '../../../error-text/one-line.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alikeBy } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { endMs } from '../../../failures/given-up.ts';
import { networkTroubles } from '../../../failures/network-troubles.ts';
import { frameError } from '../../../failures/read-frame-error.ts';
import { badClose, errorMessage, OPENED } from '../../../failures/read-web-socket.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { Evidence, FindingDraft } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/** A page that lives on a WebSocket keeps it for its whole life; one that ends within a minute was broken off. */
const SHORT_LIVED_MS = 60_000;
/**
 * How long proxies and load balancers keep a connection on which nothing moves, when nobody sets it, in s: nginx and Amazon's ALB 60,
 * Cloudflare 100, Azure 240, Envoy 300, Amazon's NLB 350, Google's 600.
 */
const IDLE_LIMITS_S = [30, 60, 100, 120, 240, 300, 350, 600];
/** A socket's first words come before it falls silent, and its end some moments after the limit. */
const BEFORE_SILENCE_MS = 1500;

/** Clients wait a few seconds before they open it again, longer from time to time. RFC 6455 §7.2.3. */
const OPENED_AGAIN_MS = 30_000;
/** Twice may be a change of the page's mind. */
const LEAST_OPENED = 3;
/** So many WebSockets are opened and looked at. */
const MAX_OPENED = 100;

/**
 * Finds WebSockets that were not opened (another status than 101, or no answer), that were closed with a code that says
 * trouble or broke off, on which a message says that something failed, and that had to be opened again and again: within a minute, or each time after the same usual limit for idle connections.
 * An end without a close frame is not told: exporters write none, so a clean end looks the same.
 * Spec: RFC 6455 §4.1, §7.4.1.
 */
export const webSocket: Rule<'fail/web-socket'> = {
  meta: {
    id: 'fail/web-socket',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'network/web-socket',
    supersedes: ['fail/network'],
  },
  *opens(view) {
    yield* openedSockets(view).slice(0, MAX_OPENED);
  },
  *detect(view) {
    for (const trouble of networkTroubles(view, 'web-socket')) {
      const [{ exchange, handshakeStatus }] = trouble.failures;
      if (handshakeStatus === OPENED) {
        yield {
          entries: trouble.entries,
          evidence: trouble.evidence,
          facts: { ...trouble.facts, trouble: 'broken', ...brokenBy(exchange.entry.error) },
          severity: trouble.severity,
          class: trouble.class,
        };
        continue;
      }
      yield {
        entries: trouble.entries,
        evidence: [...errorEvidence(exchange), ...trouble.evidence],
        facts: {
          ...trouble.facts,
          trouble: 'not-opened',
          ...(handshakeStatus === undefined ? {} : { status: handshakeStatus }),
        },
        severity: trouble.severity,
        class: handshakeStatus === undefined ? 'strong' : 'proven',
      };
    }
    yield* closedWithTrouble(view);
    yield* brokenOff(view);
    yield* saidToHaveFailed(view);
    yield* openedAgainAndAgain(view);
  },
};

function openedSockets(view: ColumnView): number[] {
  const { status, flags } = view.index.columns;
  return view.rowsOfKinds(
    (row) =>
      status[row] === 101 &&
      (view.resourceType(row) === 'websocket' ||
        ((flags[row] as number) & EntryFlag.hasWebSocketMessages) !== 0),
  );
}

function errorEvidence({ entry }: Exchange): Evidence[] {
  const message = errorMessage(entry);
  const at = message === undefined ? -1 : (entry.webSocketMessages ?? []).indexOf(message);
  return at < 0 ? [] : [{ entry: entry.index, pointer: `/_webSocketMessages/${at}/data`, role: 'cause' }];
}

function* closedWithTrouble(view: CaptureView): Generator<FindingDraft<'fail/web-socket'>> {
  for (const row of openedSockets(view)) {
    const exchange = view.exchange(row);
    const isClosed = exchange?.mentions(HeadSign.closeFrame) === true;
    const closed = isClosed ? badClose(exchange.entry) : undefined;
    if (exchange === undefined || closed === undefined) continue;
    yield {
      entries: [row],
      evidence: [{ entry: row, pointer: '/_webSocketMessages', role: 'cause' }],
      facts: { ...exchangeFacts(exchange, 1), healed: false, trouble: 'closed', ...closed },
      severity: 'warning',
      class: 'proven',
    };
  }
}

/** An error that the browser wrote among the messages of an open WebSocket: it ended there. */
function* brokenOff(view: CaptureView): Generator<FindingDraft<'fail/web-socket'>> {
  for (const row of openedSockets(view)) {
    const exchange = view.exchange(row);
    const message = exchange === undefined ? undefined : errorMessage(exchange.entry);
    // Told already, by the entry's own error.
    if (exchange === undefined || message === undefined || exchange.entry.error !== undefined) continue;
    yield {
      entries: [row],
      evidence: errorEvidence(exchange),
      facts: { ...exchangeFacts(exchange, 1), healed: false, trouble: 'broken', ...brokenBy(message.data) },
      severity: 'warning',
      class: 'proven',
    };
  }
}

function brokenBy(said: string | undefined): { readonly errorText?: string } {
  const errorText = oneLine(said ?? '');
  return errorText === '' ? {} : { errorText };
}

/** A message from the server that says, in the way of its protocol, that something failed. */
function* saidToHaveFailed(view: CaptureView): Generator<FindingDraft<'fail/web-socket'>> {
  for (const row of openedSockets(view)) {
    const exchange = view.exchange(row);
    const error = exchange === undefined ? undefined : frameError(exchange.entry);
    if (exchange === undefined || error === undefined) continue;
    yield {
      entries: [row],
      evidence: [{ entry: row, pointer: `/_webSocketMessages/${error.at}/data`, role: 'cause' }],
      facts: { ...exchangeFacts(exchange, 1), healed: false, trouble: 'said', errorText: error.text },
      severity: 'warning',
      class: 'strong',
    };
  }
}

function* openedAgainAndAgain(view: CaptureView): Generator<FindingDraft<'fail/web-socket'>> {
  const sockets = openedSockets(view).flatMap((row) => {
    const exchange = view.exchange(row);
    return exchange === undefined ? [] : [{ row, exchange }];
  });
  if (sockets.length < LEAST_OPENED) return;
  const groups = alikeBy(sockets, ({ row, exchange }) =>
    JSON.stringify(view.place(row) ?? urlPlace(exchange.entry.request.url)),
  );
  for (const group of groups) {
    const series = group.filter(({ row }, at) => {
      const next = group[at + 1]?.row;
      const before = group[at - 1]?.row;
      return (
        (next !== undefined && isReplaced(view, row, next)) ||
        (before !== undefined && isReplaced(view, before, row))
      );
    });
    const limits = new Set(series.map(({ row }) => idleLimitMs(view, row)));
    const [limitMs] = limits.size === 1 ? limits : [];
    const told =
      limitMs === undefined ? series.filter(({ row }) => lifeMs(view, row) <= SHORT_LIVED_MS) : series;
    const [first] = told;
    if (first === undefined || told.length < LEAST_OPENED) continue;
    yield {
      entries: told.map(({ row }) => row),
      evidence: told.slice(0, 3).map(({ row }) => ({ entry: row, pointer: '/time', role: 'cause' })),
      facts: {
        ...exchangeFacts(first.exchange, told.length),
        healed: false,
        trouble: 'opened-again',
        ...(limitMs === undefined ? {} : { limitMs }),
      },
      severity: 'warning',
    };
  }
}

/** The usual limit at which a WebSocket ended. */
function idleLimitMs(view: ColumnView, row: number): number | undefined {
  const life = lifeMs(view, row);
  return IDLE_LIMITS_S.map((seconds) => seconds * 1000).find(
    (limitMs) => life >= limitMs && life <= limitMs + BEFORE_SILENCE_MS,
  );
}

function lifeMs(view: ColumnView, row: number): number {
  return endMs(view, row) - view.startMs(row);
}

/** Whether a WebSocket that was short-lived, or fell silent for too long, had ended when the next one was opened soon after. */
function isReplaced(view: ColumnView, row: number, next: number): boolean {
  const gapMs = view.startMs(next) - endMs(view, row);
  const isCutShort = lifeMs(view, row) <= SHORT_LIVED_MS || idleLimitMs(view, row) !== undefined;
  return gapMs >= 0 && gapMs <= OPENED_AGAIN_MS && isCutShort;
}
