import type { Exposure, SanitizeReport } from '@harrier/sanitize';
import { bytesText, countText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage, heading, type Page } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import { padEnd, padStart } from '../../terminal/width.ts';
import { wrapLabelled } from '../../terminal/wrap.ts';
import type { AllWords } from '../../words/for-language.ts';

/** Hosts that are shown of a kind; the report has more. */
const shownHosts = 2;

/** What was taken out and what to do about it, on standard error: standard output may be the capture. */
export async function printSanitized(
  io: CliIo,
  output: string,
  report: Omit<SanitizeReport, 'redactions'>,
  words: AllWords,
): Promise<void> {
  const page = createPage(io.stderr, chooseStyle(io.env, io.stderr), words);
  const { counts } = report;
  const place = output === '-' ? words.convert.standardOutput : output;
  page.line(
    escapeText(
      words.sanitize.done(counts.credentials, counts.redactions, bytesText(report.output.sizeBytes), place),
    ),
  );
  printExposures(report.exposures, page);
  const unswept = Object.values(report.unswept).reduce((sum, count) => sum + (count ?? 0), 0);
  if (unswept > 0) page.line(words.sanitize.unswept(unswept));
  if (report.droppedBodies.length > 0) page.line(words.sanitize.dropped(report.droppedBodies.length));
  await page.flush();
}

function printExposures(exposures: readonly Exposure[], page: Page): void {
  const { sanitize, knowledge } = page.words;
  const telling = exposures.filter(
    ({ revocation }) => revocation !== 'nothing' && revocation !== 'expires-by-itself',
  );
  if (telling.length === 0) return;
  heading(page, sanitize.exposures);
  for (const [kind, rows] of groupByKind(telling)) {
    const places = rows.reduce((sum, row) => sum + row.places, 0);
    const hosts = [...new Set(rows.flatMap((row) => row.hosts))];
    const last =
      rows
        .map(({ validUntil = '' }) => validUntil)
        .sort()
        .at(-1) ?? '';
    const where = hosts.slice(0, shownHosts).join(', ') + (hosts.length > shownHosts ? ' …' : '');
    const until = last === '' ? '' : `  ${sanitize.until(last)}`;
    page.line(
      `  ${padStart(countText(rows.length), 4)} ${padEnd(kind, 18)} ${padEnd(`${countText(places)}×`, 8)} ${escapeText(where)}${until}`,
    );
    const advice = knowledge.revocations[rows[0]?.revocation ?? 'nothing'];
    for (const line of wrapLabelled('       ', advice, page.proseCells)) page.line(page.style.muted(line));
  }
}

function groupByKind(exposures: readonly Exposure[]): Map<string, Exposure[]> {
  const groups = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    const group = groups.get(exposure.kind);
    if (group === undefined) groups.set(exposure.kind, [exposure]);
    else group.push(exposure);
  }
  return groups;
}
