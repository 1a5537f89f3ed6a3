import type { SanitizeReport } from '@harrier/sanitize';
import { bytesText, countText } from '../../format/quantity.ts';
import type { AllWords } from '../../words/for-language.ts';

/** The report for people: one page without scripts, which loads nothing and prints well. */
export function reportPage(report: Omit<SanitizeReport, 'redactions'>, words: AllWords): string {
  const { page, signature } = words.sanitize;
  const { counts, input, output, exposures } = report;
  const { knowledge } = words;
  return `<!doctype html>
<html lang="${knowledge.language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${html(page.title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1c2430; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d8dde4; vertical-align: top; }
th { font-weight: 600; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; } td:first-child code { white-space: nowrap; } .lead { font-size: 1.2rem; }
</style>
<h1>${html(page.title)}</h1>
<p class="lead">${html(words.sanitize.summary(counts.credentials, counts.redactions))}</p>
<h2>${html(page.files)}</h2>
${table([
  ['', page.size, 'SHA-256'],
  [page.input, bytesText(input.sizeBytes), code(input.sha256)],
  [page.output, bytesText(output.sizeBytes), code(output.sha256)],
])}
<p>${html(page.rules)}: ${code(report.ruleSet)} · ${html(signature[report.signature === undefined ? 'none' : 'good'])}</p>
<h2>${html(words.sanitize.exposures)}</h2>
<p>${html(page.exposuresAbout)}</p>
${table([
  [page.kind, page.fingerprint, page.hosts, page.places, page.until, page.revoke],
  ...exposures.map(({ kind, fingerprint, hosts, places, validUntil = '–', revocation }) => [
    code(kind),
    code(fingerprint),
    html(hosts.join(', ')),
    countText(places),
    html(validUntil),
    html(knowledge.revocations[revocation]),
  ]),
])}
<h2>${html(page.byRule)}</h2>
${table([[page.rule, page.places], ...Object.entries(counts.byRule).map(([rule, count]) => [code(rule), countText(count)])])}
</html>
`;
}

/** A table of cells that are HTML already; the first row is its head. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}${/^[\d ]+$/.test(cell) ? ' class="n"' : ''}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table>${line(head, 'th')}${rows.map((row) => line(row, 'td')).join('\n')}</table>`;
}

function code(text: string): string {
  return `<code>${html(text)}</code>`;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
