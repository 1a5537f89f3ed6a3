export * from './error-text/extract-error.ts';
export * from './error-text/extracted-error.ts';
export * from './exchange/exchange.ts';
export * from './exchange/outcome.ts';
export * from './exchange/shown-url.ts';
export * from './organisation/organisation.ts';
export * from './table/table-rows.ts';
