import type { Rule } from '../../../findings/rule.ts';

/** Of fewer requests nobody wonders why something was not found. */
const LEAST_ENTRIES = 5;

/**
 * Names the program that wrote the capture where it leaves out what rules need: why a connection broke, or how long its
 * phases took. Those rules then guess from less, or are silent.
 * Source: Firefox, Safari, Fiddler and Charles write no `_error` (measured on captures of each).
 */
export const producer: Rule<'capture/producer'> = {
  meta: { id: 'capture/producer', severity: 'info', class: 'proven', knowledgeId: 'capture/producer' },
  *detect(view) {
    const networkErrors = view.holds('network-errors');
    const timings = view.holds('timings');
    if (view.index.length < LEAST_ENTRIES || (networkErrors && timings)) return;
    const { label, version } = view.capture.producer;
    yield {
      entries: [],
      evidence: [],
      facts: {
        producer: label.slice(0, 80),
        ...(version === undefined ? {} : { version: version.slice(0, 40) }),
        networkErrors,
        timings,
      },
    };
  },
};
