import { upstreamStatusOf } from '../../../error-text/one-line.ts';

/** What the vendor said, and what the service in front of it added. */
export interface VendorWords {
  readonly vendorText: string;
  readonly ownText?: string;
}

/**
 * Takes an error text such as `400: Invalid Product: Creating a point failed in Parrotbox.` apart: the part that names the
 * vendor is the service speaking about it, the others are the vendor's own.
 */
export function vendorWords(errorText: string, party: string): VendorWords {
  const parts = withoutStatus(errorText)
    .split(/:\s{1,4}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const folded = party.toLowerCase();
  const own = parts.filter((part) => part.toLowerCase().includes(folded));
  const vendors = parts.filter((part) => !own.includes(part));
  if (vendors.length === 0 || own.length === 0) return { vendorText: withoutStatus(errorText) };
  return { vendorText: vendors.join(': '), ownText: own.join(': ') };
}

function withoutStatus(text: string): string {
  return upstreamStatusOf(text) === undefined ? text : text.replace(/^[^:–-]{0,24}[:–-]\s{0,4}/, '');
}
