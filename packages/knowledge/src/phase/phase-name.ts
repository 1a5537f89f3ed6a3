/** The phases of a request, as `PhaseBreakdown` names them. */
export type PhaseName =
  | 'queueing'
  | 'stalled'
  | 'proxy'
  | 'dns'
  | 'connect'
  | 'ssl'
  | 'serviceWorkerStartup'
  | 'serviceWorkerRespondWith'
  | 'serviceWorkerRequest'
  | 'send'
  | 'wait'
  | 'receive'
  | 'unaccounted';

/**
 * What DevTools calls the phases in English, newest name first: people compare screens, and guides still say the older
 * name. Never translated. Source: Chrome DevTools 120 to 141, and the reference page that shows the older names.
 */
export const devToolsPhaseNames: Readonly<Record<PhaseName, readonly string[]>> = {
  queueing: ['Queueing'],
  stalled: ['Stalled'],
  proxy: ['Proxy negotiation'],
  dns: ['DNS Lookup'],
  connect: ['Initial connection'],
  ssl: ['SSL'],
  serviceWorkerStartup: ['Startup', 'ServiceWorker Preparation'],
  serviceWorkerRespondWith: ['respondWith'],
  serviceWorkerRequest: ['Request to ServiceWorker'],
  send: ['Request sent'],
  wait: ['Waiting for server response', 'Waiting (TTFB)'],
  receive: ['Content Download'],
  unaccounted: [],
};
