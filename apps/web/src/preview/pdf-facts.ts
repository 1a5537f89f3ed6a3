/** What can be told of a PDF from its uncompressed parts. */
export interface PdfFacts {
  readonly version: string;
  /** undefined = it stands in a compressed part. */
  readonly pages: number | undefined;
  readonly isEncrypted: boolean;
  readonly hasScript: boolean;
  /** It wants to do something: open an address, start a program, act when it is opened. */
  readonly hasActions: boolean;
}

/** The names of PDF are ASCII. Spec: ISO 32000-1 §7.5, §12.6. */
export function pdfFacts(bytes: Uint8Array): PdfFacts {
  const text = new TextDecoder('latin1').decode(bytes);
  const counts = [
    ...text.matchAll(
      /\/Type\s{0,9}\/Pages\b[^>]{0,400}?\/Count\s{1,9}(\d{1,6})|\/Count\s{1,9}(\d{1,6})[^>]{0,400}?\/Type\s{0,9}\/Pages\b/g,
    ),
  ]
    .slice(0, 1000)
    .map((match) => Number(match[1] ?? match[2]));
  return {
    version: /%PDF-(\d\.\d)/.exec(text)?.[1] ?? '',
    pages: counts.length === 0 ? undefined : Math.max(...counts),
    isEncrypted: /\/Encrypt\b/.test(text),
    hasScript: /\/(?:JavaScript|JS)\b/.test(text),
    hasActions: /\/(?:OpenAction|AA|Launch|URI|SubmitForm|GoToR)\b/.test(text),
  };
}
