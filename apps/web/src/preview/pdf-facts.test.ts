import { expect, it } from 'vitest';
import { pdfFacts } from './pdf-facts.ts';

it('tells what a PDF is and what it would like to do, without opening it', () => {
  const text =
    '%PDF-1.7\n1 0 obj <</Type /Catalog /OpenAction 4 0 R>>\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 12>>\n4 0 obj <</S /JavaScript /JS (app.alert(1))>>';
  expect(pdfFacts(new TextEncoder().encode(text))).toEqual({
    version: '1.7',
    pages: 12,
    isEncrypted: false,
    hasScript: true,
    hasActions: true,
  });
  expect(pdfFacts(new TextEncoder().encode('%PDF-1.4'))).toMatchObject({
    pages: undefined,
    hasScript: false,
  });
});
