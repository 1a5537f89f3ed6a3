import type { NameValue } from '../extract.ts';
import type { CorrelationId, CorrelationIdSpec } from './correlation-id.ts';
import { malformed } from './keys.ts';
import { CORRELATION_IDS } from './table.ts';

/** Longer values are no ids, and reading them would only cost time. `tracestate` alone may have 512 characters. */
const MAX_VALUE_LENGTH = 4096;

const byHeader = new Map<string, CorrelationIdSpec>(
  CORRELATION_IDS.flatMap((spec) => spec.headers.map((header) => [header, spec] as const)),
);

/** The row of the table for a header name in any case. */
export function correlationIdSpec(headerName: string): CorrelationIdSpec | undefined {
  return byHeader.get(headerName.toLowerCase());
}

/**
 * The correlation ids among the header fields of one message, in the fields' order. Two messages
 * belong together where they share a `key`; ids with a `flaw` join nothing.
 */
export function extractCorrelationIds(fields: readonly NameValue[]): CorrelationId[] {
  const other = (name: string) => fields.find((field) => field.name.toLowerCase() === name)?.value.trim();
  return fields.flatMap((field, fieldIndex): CorrelationId[] => {
    const spec = correlationIdSpec(field.name);
    if (spec === undefined) return [];
    const text = field.value.trim();
    const reading = text.length > MAX_VALUE_LENGTH ? malformed() : spec.read(text, other);
    if (reading === undefined || text === '') return [];
    const { id: specId, system, kind } = spec;
    return [{ ...reading, specId, system, kind, name: field.name, fieldIndex, text }];
  });
}
