import type { ColumnView } from './capture-view.ts';
import { oncePerCapture } from './once-per-capture.ts';

/** How near a row is to what the person did, from 0 to 1. Weights are a judgement, not a measurement. */
export type Relevance = (row: number) => number;

/** The columns that it is judged by. */
export type RelevanceView = Pick<ColumnView, 'index' | 'host' | 'method' | 'resourceType'>;

/** What the application asks for itself comes before what it decorates itself with. */
const typeWeight: Readonly<Record<string, number>> = {
  document: 1,
  xhr: 1,
  fetch: 1,
  websocket: 1,
  eventsource: 1,
  preflight: 0.9,
  script: 0.8,
  stylesheet: 0.6,
  manifest: 0.3,
  image: 0.4,
  font: 0.4,
  media: 0.5,
  ping: 0.2,
  'csp-violation-report': 0.2,
};
const UNKNOWN_TYPE = 0.9;
const THIRD_PARTY = 0.4;
/** A person changes something with these; reads happen by themselves, too. RFC 9110 §9.2.1 (safe methods). */
const SAFE_METHOD = 0.85;
const NO_TRACKING_ID = 0.9;

/** Relevance of the rows of one capture. Own hosts are those of its documents, and those that carry tracking ids. */
export function relevanceOf(view: RelevanceView): Relevance {
  const ownSites = ownSitesOf(view);
  const { trackingId } = view.index.columns;
  const sites = new Map<string, string>();
  const siteAt = (row: number): string => {
    const host = view.host(row);
    const known = sites.get(host);
    if (known !== undefined) return known;
    const site = siteOf(host);
    sites.set(host, site);
    return site;
  };
  return (row) => {
    const type = typeWeight[view.resourceType(row)] ?? UNKNOWN_TYPE;
    const hasId = trackingId[row] !== 0;
    const party = ownSites.size === 0 || hasId || ownSites.has(siteAt(row)) ? 1 : THIRD_PARTY;
    const method = /^(?:GET|HEAD|OPTIONS|TRACE)$/.test(view.method(row)) ? SAFE_METHOD : 1;
    return type * party * method * (hasId ? 1 : NO_TRACKING_ID);
  };
}

/** Sites of the documents, and of what carries tracking ids; none where the capture holds no document. */
export const ownSitesOf = oncePerCapture((view: RelevanceView): ReadonlySet<string> => {
  const { trackingId } = view.index.columns;
  const hosts = new Set<string>();
  let hasDocument = false;
  for (let row = 0; row < view.index.length; row++) {
    const isDocument = view.resourceType(row) === 'document';
    if (isDocument) hasDocument = true;
    if (isDocument || trackingId[row] !== 0) hosts.add(view.host(row));
  }
  // Without a document nobody can say whose page it is.
  return new Set(hasDocument ? [...hosts].map(siteOf) : []);
});

/**
 * The last two labels of a host; three where the second to last is as short as `co` in `co.uk`. Good enough for a weight;
 * who needs to be right asks the public suffix list.
 */
export function siteOf(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  if (labels.length <= 2 || /^\d+$/.test(labels.at(-1) ?? '')) return labels.join('.');
  return labels.slice((labels.at(-2) ?? '').length <= 3 && labels.at(-1)?.length === 2 ? -3 : -2).join('.');
}
