import type { ExchangeFacts } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { exchangeFacts } from '../failures/exchange-facts.ts';
import { headerEvidence } from '../failures/failure-evidence.ts';
import type { CaptureView, ColumnView } from '../findings/capture-view.ts';
import type { Evidence } from '../findings/finding.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { groupedBy, placeKey } from './by-place.ts';
import { hostWait } from './host-waits.ts';
import { serviceTimeMs } from './service-time.ts';
import { slowRows } from './slow.ts';
import { isSound, phaseMs } from './sound.ts';

/** The service's own clock explains the wait from here on; the rest is way and queue. */
const SERVICE_SHARE = 0.7;
/** What remains of the wait must be worth looking for; half a second is what people notice (Nielsen: 0.1 to 1 s). */
const UNEXPLAINED_MS = 500;
/** The slowest of them are told; a page of a thousand slow requests has one cause, not a thousand. */
const MAX_OPENED = 200;

/** Where a long wait was spent: `network` on the way, in a queue or a gateway · `unexplained` the answer does not say. */
export type WaitPlace = 'server' | 'network' | 'unexplained';

/** Long waits of one method and path, the slowest first. */
export interface LongWaits {
  readonly place: WaitPlace;
  readonly exchanges: readonly [Exchange, ...Exchange[]];
  readonly serviceMs?: number;
  readonly facts: ExchangeFacts & {
    readonly timeMs: number;
    readonly waitMs: number;
    readonly usualMs?: number;
  };
  readonly evidence: readonly Evidence[];
}

/** Rows whose first byte came late, against a second and against the other answers of their host; slowest first. */
export const longWaitRows = oncePerCapture((view: ColumnView): readonly number[] => {
  const waitMs = (row: number) => phaseMs(view, 'wait', row);
  return slowRows(view)
    .filter((row) => waitMs(row) >= hostWait(view, row).longFromMs)
    .sort((a, b) => waitMs(b) - waitMs(a))
    .slice(0, MAX_OPENED);
});

/** Long waits in groups that went alike. */
export function* longWaits(view: CaptureView, place: WaitPlace): Generator<LongWaits> {
  const exchanges = longWaitRows(view)
    .filter((row) => isSound(view, row))
    .flatMap((row) => view.exchange(row) ?? []);
  for (const group of groupedBy(exchanges, (exchange) => togetherBy(view, exchange))) {
    const [slowest] = group;
    const { index } = slowest.entry;
    const waitMs = view.index.columns.wait[index] as number;
    const serviceMs = serviceTimeMs(slowest);
    if (placeOf(waitMs, serviceMs) !== place) continue;
    const { usualMs } = hostWait(view, index);
    yield {
      place,
      exchanges: group,
      ...(serviceMs === undefined ? {} : { serviceMs: Math.round(serviceMs) }),
      facts: {
        ...exchangeFacts(slowest, group.length),
        timeMs: Math.round(view.durationMs(index) ?? 0),
        waitMs: Math.round(waitMs),
        ...(usualMs === undefined ? {} : { usualMs }),
      },
      evidence: [
        { entry: index, pointer: '/timings/wait', role: 'cause' },
        ...headerEvidence(slowest, 'response', 'x-envoy-upstream-service-time'),
        ...headerEvidence(slowest, 'response', 'x-runtime'),
        ...headerEvidence(slowest, 'response', 'server-timing'),
      ],
    };
  }
}

/** Calls and pages by what they ask for; what a page is made of has one cause in its host. */
function togetherBy(view: CaptureView, exchange: Exchange): string {
  const { index } = exchange.entry;
  const isAsset =
    /^(?:script|stylesheet|image|font|media)$/.test(view.resourceType(index)) ||
    /^(?:image|font|audio|video)\/|css|javascript/.test(view.mimeType(index));
  return isAsset ? view.host(index) : placeKey(exchange);
}

function placeOf(waitMs: number, serviceMs: number | undefined): WaitPlace {
  if (serviceMs === undefined) return 'unexplained';
  const isService = serviceMs >= SERVICE_SHARE * waitMs || waitMs - serviceMs <= UNEXPLAINED_MS;
  return isService ? 'server' : 'network';
}
