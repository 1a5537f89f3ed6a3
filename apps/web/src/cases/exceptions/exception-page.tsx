import { Group, Loader, Text, Title } from '@mantine/core';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import type { Intake } from '../case/support-case.ts';
import classes from '../case-area.module.css';
import { Digest } from '../frame/digest.tsx';
import { timeText } from '../frame/time-text.ts';
import { When } from '../frame/when.tsx';
import { linkTo } from '../place/use-case-place.ts';
import { useMay } from '../session/session.ts';
import { groupedFingerprint } from '../vault/vault-key.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { ConsentLink } from './consent-link.tsx';
import { type Exception, exceptionUrl, isOpen } from './exception.ts';
import { Steps } from './exception-table.tsx';
import { FetchRelease } from './fetch-release.tsx';
import { HandOver } from './hand-over.tsx';
import { useScopeText } from './scope-text.tsx';

/** One exception: who asks for what and why, who said what, and what is next. */
export function ExceptionPage({ id }: { readonly id: string }) {
  const { frame, exceptions: words, reasons } = useCaseWords();
  const scopeText = useScopeText();
  const mayApprove = useMay('exception:approve');
  const found = useAnswer<Exception>(exceptionUrl(id));
  const exception = found.value;
  const intake = useAnswer<Intake>(
    exception === undefined ? undefined : `/api/intakes/${encodeURIComponent(exception.intakeId)}`,
  );
  if (exception === undefined)
    return found.problem === undefined ? (
      <Loader size="sm" aria-label={frame.loading} />
    ) : (
      <ProblemAlert problem={found.problem} />
    );
  const { scope, reason, state, steps, consent } = exception;
  return (
    <>
      <Text size="xs" c="dimmed">
        <a className={classes.link} {...linkTo({ page: 'exceptions' })}>
          {frame.pages.exceptions}
        </a>{' '}
        ›{' '}
        <a className={classes.link} {...linkTo({ page: 'case', id: exception.caseRef })}>
          {words.toCase}
        </a>
      </Text>
      <Group justify="space-between" align="start">
        <Title order={1} size="h3" className={classes.sentence ?? ''}>
          {scopeText(scope)} · {words.states[state]}
        </Title>
        <Steps exception={{ ...exception, steps: steps.filter(isOneClick) }} onChange={found.reload} />
      </Group>
      {isOpen(exception) && (
        <Text fw={600} my={4}>
          {words.waitsFor[state as 'requested' | 'approved' | 'released']}{' '}
          {words.until(timeText(exception.dueMs))}
        </Text>
      )}
      <div className={classes.box}>
        <dl className={classes.facts}>
          <dt>{words.what}</dt>
          <dd>
            {scopeText(scope)}
            {scope.kind === 'values' && <div className={classes.mono}>{scope.pseudonyms.join('  ')}</div>}
          </dd>
          <dt>{words.why}</dt>
          <dd>
            {reasons[reason.code]}
            <div className={classes.text}>{reason.text}</div>
          </dd>
          <dt>{words.file}</dt>
          <dd>
            {intake.value?.attachment.name}{' '}
            <Digest value={exception.sealedSha256} label={`${words.file} SHA-256`} />
          </dd>
          <dt>{words.requesterKey}</dt>
          <dd className={classes.mono}>{groupedFingerprint(exception.requesterKeyFingerprint)}</dd>
          <dt>{words.consent}</dt>
          <dd>
            {words.consents[consent]}
            {exception.answeredMs !== undefined && (
              <>
                {' '}
                · <When ms={exception.answeredMs} />
              </>
            )}
          </dd>
        </dl>
      </div>
      <History exception={exception} />
      {mayApprove && state === 'requested' && consent === 'awaited' && <ConsentLink id={id} />}
      {steps.includes('release') && <HandOver exception={exception} onReleased={found.reload} />}
      {(steps.includes('claim') || state === 'fetched') && (
        <FetchRelease exception={exception} intake={intake.value} onFetched={found.reload} />
      )}
    </>
  );
}

function isOneClick(step: Exception['steps'][number]): boolean {
  return step !== 'release' && step !== 'claim';
}

/** Who took which step when: three different people, if all went well. */
function History({ exception }: { readonly exception: Exception }) {
  const { exceptions: words } = useCaseWords();
  const { requested, approved, refused, released, fetchedMs, endedMs } = exception;
  const rows = [
    [words.states.requested, requested.name, requested.atMs],
    [words.states.approved, approved?.name, approved?.atMs],
    [words.states.refused, refused?.name, refused?.atMs],
    [words.states.released, released?.name, released?.atMs],
    [words.states.fetched, requested.name, fetchedMs],
    [words.ended, '', endedMs],
  ] as const;
  return (
    <div className={classes.box}>
      <dl className={classes.facts}>
        {rows.map(([step, name, atMs]) =>
          atMs === undefined ? null : (
            <div key={step} style={{ display: 'contents' }}>
              <dt>{step}</dt>
              <dd>
                <When ms={atMs} /> {name}
              </dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
