import type { PhaseName } from '../../phase/phase-name.ts';

/**
 * Where a HAR keeps a phase; a phase between two marks has both. Spec: HAR 1.2, timings; fields with an underscore are
 * Chrome's own.
 */
export const phaseFields: Readonly<Record<PhaseName, string>> = {
  queueing: '_blocked_queueing (blocked)',
  stalled: 'blocked',
  proxy: '_blocked_proxy (blocked)',
  dns: 'dns',
  connect: 'connect',
  ssl: 'ssl (connect)',
  serviceWorkerStartup: '_workerStart → _workerReady',
  serviceWorkerRespondWith: '_workerFetchStart → _workerRespondWithSettled',
  serviceWorkerRequest: '_workerReady → send',
  send: 'send',
  wait: 'wait',
  receive: 'receive',
  unaccounted: '–',
};

/** What people call a phase beside its names in the HAR and in DevTools. */
export const phaseAliases: Readonly<Record<string, PhaseName>> = {
  queuing: 'queueing',
  blocked: 'stalled',
  'queueing/stalled': 'stalled',
  'initial connection': 'connect',
  tcp: 'connect',
  tls: 'ssl',
  'tls handshake': 'ssl',
  'service worker': 'serviceWorkerStartup',
  serviceworker: 'serviceWorkerStartup',
  waiting: 'wait',
  ttfb: 'wait',
  'time to first byte': 'wait',
  sent: 'send',
  upload: 'send',
  download: 'receive',
  'content download': 'receive',
};
