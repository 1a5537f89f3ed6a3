import type { ColumnView } from '../findings/capture-view.ts';
import { ownSitesOf, siteOf } from '../findings/relevance.ts';
import type { Failure } from './failure.ts';

/** Sent for somebody's statistics, or to install the page as an application; the page waits for none of them. DevTools' names. */
const asideTypes: ReadonlySet<string> = new Set(['ping', 'csp-violation-report', 'beacon', 'manifest']);
/** What a page looks poorer without, but works. */
const decoration: ReadonlySet<string> = new Set(['image', 'font', 'media', 'stylesheet', 'script']);

/** Sites that count, measure and advertise. Blocklists and ad-blocking name servers stop them, on purpose. */
const countingSites =
  /(?:^|\.)(?:google-analytics|googletagmanager|doubleclick|googlesyndication|adservice|segment|mixpanel|hotjar|newrelic|nr-data|sentry|datadoghq|browser-intake-[\w-]+|fullstory|clarity|amplitude|optimizely|appdynamics|pendo|quantserve|scorecardresearch|omtrdc|demdex|launchdarkly)\.\w+/;
/** Names of hosts that count, where they belong to somebody else; a product may well have an `analytics` of its own. */
const countingNames =
  /^(?:[\w-]+\.)?(?:analytics|telemetry|metrics|stats|collector?|beacons?|track(?:ing|er)?|pixel|ads?)[.-]/;

const countingHost =
  /(?:^|\.)(?:analytics|telemetry|metrics|stats|collector?|beacons?|track(?:ing|er)?|pixel|ads?)\./;
const countingPath = /\/(?:pixel|collect|track|beacon|impression|hit|count)s?(?:\.gif|\.png)?(?:[/?#]|$)/i;

/** Addresses to which pages report about themselves. */
const reportPath =
  /\/(?:client-?logs?|log-?events?|telemetry|beacons?|rum|csp-?reports?|crash-?reports?)\/?$/i;

/**
 * Whether nobody at the screen misses a request: counting, reporting, and what other sites decorate the page with.
 * That one of these fails is worth a line, and no reason to worry.
 */
export function asideOf(view: ColumnView): (failure: Pick<Failure, 'row' | 'exchange'>) => boolean {
  const ownSites = ownSitesOf(view);
  return ({ row, exchange }) => {
    if (reportPath.test(exchange.entry.request.url.replace(/[?#].*$/s, ''))) return true;
    const type = view.resourceType(row);
    const host = view.host(row);
    if (asideTypes.has(type) || countingSites.test(host)) return true;
    // Of a host of one's own, the name alone would be too little.
    if (countingHost.test(host) && countingPath.test(exchange.entry.request.url)) return true;
    const isForeign = ownSites.size > 0 && !ownSites.has(siteOf(host));
    return isForeign && (decoration.has(type) || countingNames.test(host));
  };
}

/**
 * A helper of an installed application on the machine itself, which pages ask whether it is there. Not where the page comes
 * from the machine, too.
 */
export function isHelper(view: ColumnView, row: number): boolean {
  const host = view.host(row).replace(/:\d{1,5}$/, '');
  const isThisMachine =
    /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host) || host.endsWith('.localhost');
  return isThisMachine && !ownSitesOf(view).has(siteOf(host));
}
