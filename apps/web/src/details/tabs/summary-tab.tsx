import type { Finding } from '@harrier/analyze';
import { type Entry, phaseBreakdown } from '@harrier/har';
import { tellFinding } from '@harrier/knowledge';
import { findTrackingIds } from '@harrier/tracking';
import { Badge, Button, Group, Text } from '@mantine/core';
import answer from '../../answer/answer.module.css';
import { placeText } from '../../answer/evidence-links.tsx';
import { fieldName } from '../../answer/field-names.ts';
import { useOpenCaptures } from '../../captures/open-captures.ts';
import { byteText, durationText } from '../../captures/quantity.ts';
import type { ChainRow } from '../../engine/chain/request-chain.ts';
import { CopyText } from '../../frame/copy-text.tsx';
import { findingTopic } from '../../knowledge/open-knowledge.ts';
import { searchLogsOf } from '../../logs/search-logs-of.ts';
import { sentences } from '../../words/sentences.ts';
import { useWords } from '../../words/use-words.ts';
import { useChain } from '../chain/use-chain.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { Explains } from '../explains.tsx';
import { useOpenTab } from '../open-tab.ts';
import { SectionTitle } from '../section-title.tsx';
import { tabOfPointer } from '../tab-of-pointer.ts';
import { TrackingIdText } from '../tracking-id-text.tsx';
import { ServerAndNetwork } from './timing-tab.tsx';

const MAX_FINDINGS = 5;

/** What is to be said of this request: its findings, its place in the chain, where its time went, its id. */
export function SummaryTab({ tab, row, entry }: TabProps) {
  const { details, knowledge, logs } = useWords();
  const { request, response, error } = entry;
  const breakdown = phaseBreakdown(entry);
  const findings = findingsOf(tab, row);
  const trackingId = request.headers
    .concat(response.headers)
    .find(({ name }) => /^trackingid$/i.test(name))?.value;
  const size = response.transferSize ?? response.content.size;
  const facts = [
    error ?? [response.status, response.statusText].filter(Boolean).join(' '),
    entry.timeMs === undefined ? '' : durationText(entry.timeMs),
    size === undefined ? '' : byteText(size),
    response.content.mimeType?.split(';', 1)[0] ?? '',
    entry.fromCache === undefined ? '' : `${details.cache}: ${entry.fromCache}`,
    entry.pending ? details.pending : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      <Text mt={4}>
        {facts.map((fact, at) => (
          <span key={fact}>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </Text>
      {findings.length === 0 && tab.analysis !== undefined && (
        <Text c="dimmed" size="sm">
          {details.noFinding}
        </Text>
      )}
      {findings.map((finding) => {
        const told = tellFinding(finding, knowledge);
        return (
          <section key={finding.fingerprint}>
            <SectionTitle>
              <Explains topic={findingTopic(finding.ruleId)}>
                <span
                  className={answer[finding.severity]}
                  role="img"
                  aria-label={knowledge.terms.severity[finding.severity]}
                >
                  ●
                </span>{' '}
                {told.verdict}
              </Explains>
            </SectionTitle>
            <Text component="div" size="sm" maw="150ch">
              {sentences(told.explanation, told.nextStep)}{' '}
              <Badge variant="light" color="gray" tt="none">
                {told.whoCanFix}
              </Badge>
            </Text>
            <Evidence finding={finding} entry={entry} />
          </section>
        );
      })}
      {trackingId !== undefined && (
        <Group gap="xs" mt={8}>
          <Text size="sm" fw={600}>
            <Explains topic="header/trackingid">TrackingID</Explains>
          </Text>
          <span className={classes.value}>
            <TrackingIdText tab={tab} text={trackingId} ids={findTrackingIds(trackingId)} />
          </span>
          <Button
            size="compact-xs"
            variant="default"
            className="no-print"
            onClick={() => void searchLogsOf(tab, 'global')}
          >
            {logs.tab.search}
          </Button>
          <CopyText text={trackingId} className="no-print" />
        </Group>
      )}
      {breakdown.spans.length > 0 && (
        <>
          <SectionTitle>{details.tabs.timing}</SectionTitle>
          <ServerAndNetwork breakdown={breakdown} />
        </>
      )}
      <Chain tab={tab} row={row} />
    </>
  );
}

/** The places of this request that a finding rests on; each leads to its tab. */
function Evidence({ finding, entry }: { readonly finding: Finding; readonly entry: Entry }) {
  const { details, knowledge } = useWords();
  const open = useOpenTab((state) => state.open);
  const places = finding.evidence.filter((place) => place.entry === entry.index);
  if (places.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {knowledge.escalation.labelled(details.evidence)}
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places repeat
        <span key={at}>
          {at > 0 && ', '}
          <button type="button" className={classes.link} onClick={() => open(tabOfPointer(place.pointer))}>
            {placeText(place, fieldName(entry, place.pointer))}
          </button>{' '}
          ({knowledge.terms.evidenceRole[place.role]})
        </span>
      ))}
    </Text>
  );
}

/** Preflight, redirects, retries, what asked for it and what it caused, each a link. */
function Chain({ tab, row }: Pick<TabProps, 'tab' | 'row'>) {
  const { details } = useWords();
  const open = useOpenTab((state) => state.open);
  const chain = useChain(tab, row);
  if (chain === undefined) return null;
  const { ancestors, children, attempts } = chain;
  const parent = ancestors[0];
  const redirects = children.filter(({ link }) => link === 'redirect');
  const preflights = children.filter(({ link }) => link === 'preflight');
  const caused = children.length - redirects.length - preflights.length;
  if (parent === undefined && children.length === 0 && attempts.length < 2) return null;
  return (
    <>
      <SectionTitle>{details.chain}</SectionTitle>
      <dl className={classes.fields}>
        {parent !== undefined && <Links label={details.links[parent.link]} tab={tab} rows={[parent]} />}
        {redirects.length > 0 && <Links label={details.redirectsTo} tab={tab} rows={redirects} />}
        {preflights.length > 0 && <Links label={details.links.preflight} tab={tab} rows={preflights} />}
        {attempts.length > 1 && (
          <Links
            label={details.attempts(attempts.indexOf(row) + 1, attempts.length)}
            tab={tab}
            rows={attempts
              .filter((other) => other !== row)
              .map((other) => ({ row: other, method: '', url: '' }))}
          />
        )}
        {caused > 0 && (
          <>
            <dt>{details.caused}</dt>
            <dd>
              <button type="button" className={classes.link} onClick={() => open('initiator')}>
                {details.requests(caused, chain.isCut)}
              </button>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

interface LinksProps {
  readonly label: string;
  readonly tab: TabProps['tab'];
  readonly rows: readonly Pick<ChainRow, 'row' | 'method' | 'url'>[];
}

function Links({ label, tab, rows }: LinksProps) {
  const select = useOpenCaptures((state) => state.select);
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.value}>
        {rows.slice(0, 20).map(({ row, method, url }) => (
          <button key={row} type="button" className={classes.link} onClick={() => select(tab.id, row)}>
            #{row} {method} {url}{' '}
          </button>
        ))}
      </dd>
    </>
  );
}

function findingsOf({ analysis }: TabProps['tab'], row: number): readonly Finding[] {
  const all = [...(analysis?.findings ?? []), ...(analysis?.lint ?? [])];
  return all
    .filter(({ entries, evidence }) => entries.includes(row) || evidence.some(({ entry }) => entry === row))
    .slice(0, MAX_FINDINGS);
}
