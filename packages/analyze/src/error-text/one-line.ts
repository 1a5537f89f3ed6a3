import { MAX_ERROR_CHARS } from './extracted-error.ts';

/**
 * Tokens that services echo in their errors. Each pattern is anchored on a literal or a bounded run, so it is
 * linear: JSON web tokens, `Bearer …`, and runs that look like encoded secrets (letters and digits mixed, 32 up).
 */
const credentials: readonly RegExp[] = [
  /\beyJ[\w-]{8,4000}\.[\w-]{2,4000}(?:\.[\w-]{0,4000})?/g,
  /\b(Bearer|Basic)\s{1,4}[\w.~+/=-]{8,4000}/gi,
  /\b[A-Za-z0-9+=]{41,4000}/g,
];

/** White space folded, credentials blanked, cut to a readable length; `''` where nothing is left. */
export function oneLine(text: string): string {
  let line = text
    .slice(0, 4 * MAX_ERROR_CHARS)
    .replace(/\s+/g, ' ')
    .trim();
  for (const pattern of credentials)
    line = line.replace(pattern, (_, scheme) => (typeof scheme === 'string' ? `${scheme} …` : '…'));
  return line.length > MAX_ERROR_CHARS ? `${line.slice(0, MAX_ERROR_CHARS - 1).trimEnd()}…` : line;
}

/** `400: Invalid product` → 400. Gateways put the status that they were answered in front of the message. */
export function upstreamStatusOf(text: string): number | undefined {
  const match = /^\s{0,8}(?:HTTP(?:\/[\d.]{1,3})?\s|status(?: code)?:?\s)?([45]\d\d)\s{0,4}[:\-–]/i.exec(
    text,
  );
  const status = match?.[1] ?? answeredWith.exec(text)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** `The order service answered 403`, `upstream returned HTTP 404`: somebody else's status inside a sentence. */
const answeredWith =
  /\b(?:answered|responded|replied|returned|antwortete|meldete|lieferte|répondu|renvoyé|retourné|respondió|devolvió|ha risposto|respondeu)\s(?:(?:with|mit|par|avec|con|com|a|an|the|status|code|statut|estado|error|erreur|HTTP(?:\/[\d.]{1,3})?)\s){0,4}:?\s?\(?([45]\d\d)\b/i;
