/** Keys under which requests and answers name who does the work behind a service, in the languages in which services are written. */
const partyKeys = [
  ...['serviceProvider', 'service_provider', 'provider', 'providerName', 'vendor', 'vendorName', 'partner'],
  ...['thirdParty', 'carrier', 'recordingVendor', 'anbieter', 'dienstleister', 'fournisseur', 'prestataire'],
  ...[
    'partenaire',
    'proveedor',
    'fornecedor',
    'parceiro',
    'fornitore',
    'leverancier',
    'プロバイダー',
    '事業者',
  ],
  ...['提供商', '供应商', '供應商', '업체', '제공업체'],
];
const partyKey = new RegExp(`"(?:${partyKeys.join('|')})"\\s{0,4}:\\s{0,4}"([^"\\\\]{2,60})"`, 'gi');

/** `… failed in Parrotbox.`, `… rejected by Northwind Telecom`: a proper name at the end of the sentence. */
const nameAtEnd =
  /\b(?:failed|failure|rejected|refused|denied|declined|error|exception|timeout|timed out)\s(?:in|at|by|from|on)\s((?:[A-Z][\w&'-]{1,30})(?:\s[A-Z][\w&'-]{1,30}){0,2})\s{0,2}[.!]?$/;

/**
 * Who an error text names as the one that failed: a provider that the exchange itself mentions, else a proper name that
 * the sentence ends in. undefined = nobody.
 */
export function namedParty(errorText: string, bodies: readonly (string | undefined)[]): string | undefined {
  const folded = errorText.toLowerCase();
  for (const body of bodies) {
    for (const match of (body ?? '').slice(0, 64 * 1024).matchAll(partyKey)) {
      const name = match[1]?.trim() ?? '';
      if (name.length > 1 && folded.includes(name.toLowerCase())) return name;
    }
  }
  return nameAtEnd.exec(errorText)?.[1];
}
