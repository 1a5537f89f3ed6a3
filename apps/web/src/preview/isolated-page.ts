/**
 * Captured HTML for a frame with `sandbox=""`: scripts, forms and pop-ups are off by the sandbox, and the policy in front
 * lets nothing load, not an image, not a style sheet, not a font; `base` and `meta refresh` cannot lead away, because the
 * frame may not navigate anywhere but into nothing.
 */
export function isolatedPage(html: string): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">${withoutRefresh(html)}`;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-src 'none'";

/** A refresh is no load, so no policy stops it: the frame would ask for another page. */
function withoutRefresh(html: string): string {
  return html
    .replace(/http-equiv/gi, 'data-http-equiv')
    .replace(/<(link|base|a|area)\b/gi, '<$1 data-href-off');
}
