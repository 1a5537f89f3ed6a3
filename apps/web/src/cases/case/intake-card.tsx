import { auditHeadIn, auditHeadText } from '@harrier/escalate';
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { byteText, countText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { AskForOriginal } from '../exceptions/ask-for-original.tsx';
import { Digest } from '../frame/digest.tsx';
import { timeText } from '../frame/time-text.ts';
import { When } from '../frame/when.tsx';
import { useMay } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { CaptureFindings } from './capture-findings.tsx';
import { cleanUrl, openInWorkbench } from './open-in-workbench.ts';
import { StepList } from './step-list.tsx';
import { type CaseNote, type Intake, staysInCase } from './support-case.ts';

interface IntakeCardProps {
  readonly intake: Intake;
  readonly caseName: string;
  readonly notes: readonly CaseNote[];
  readonly onChange: () => void;
}

/** What became of one attached capture: its nine steps, why one of them does not go on, the clean file, the sealed one. */
export function IntakeCard({ intake, caseName, notes, onChange }: IntakeCardProps) {
  const { intake: words } = useCaseWords();
  const mayRestart = useMay('intake:restart');
  const mayAsk = useMay('exception:request');
  const deed = useDeed();
  const [isAsking, setAsking] = useState(false);
  const { facts, attachment } = intake;
  const { clean, sealed } = facts;
  return (
    <section
      className={`${classes.box} ${intake.needsPerson ? classes.red : ''}`}
      aria-label={attachment.name}
    >
      <Group justify="space-between" align="start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
            {attachment.name}
          </Title>
          <Text size="xs" c="dimmed">
            {byteText(attachment.sizeBytes)} · {words.states[intake.state]} · <When ms={intake.updatedMs} /> ·{' '}
            {words.mark} <span className={classes.mono}>{intake.mark}</span>
          </Text>
        </div>
        <Group gap="xs" justify="end">
          {intake.state === 'stuck' && mayRestart && (
            <Button
              size="compact-sm"
              variant="default"
              loading={deed.isRunning}
              onClick={() => void deed.run(() => restart(intake)).then(onChange)}
            >
              {words.restart}
            </Button>
          )}
          {mayAsk && sealed !== undefined && facts.destroying === undefined && (
            <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
              {words.askForOriginal}
            </Button>
          )}
          {clean !== undefined && (
            <Button
              size="compact-sm"
              loading={deed.isRunning}
              onClick={() =>
                void deed.run(
                  async () =>
                    await openInWorkbench(cleanUrl(intake.id), clean.name, {
                      caseName,
                      audit: auditHeadIn(notes, intake.mark),
                    }),
                )
              }
            >
              {words.openClean}
            </Button>
          )}
        </Group>
      </Group>
      <CaptureFindings findings={facts.findings} />
      {intake.state === 'done' && facts.original === undefined ? (
        <Text size="sm" my={4}>
          {words.sealedByCustomer}
        </Text>
      ) : (
        <StepList intake={intake} />
      )}
      {intake.reason !== undefined && intake.state !== 'done' && (
        <Alert
          my={6}
          py={6}
          color={intake.needsPerson ? 'red' : 'yellow'}
          title={intake.reason}
          role={intake.needsPerson ? 'alert' : 'status'}
        >
          {intake.nextStep} <code>{intake.trouble?.code}</code>
          {intake.trouble !== undefined && ` · ${words.attempts(intake.trouble.attempts)}`}
        </Alert>
      )}
      <ProblemAlert problem={deed.problem} />
      <Facts intake={intake} notes={notes} />
      {isAsking && sealed !== undefined && (
        <AskForOriginal intake={intake} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

async function restart(intake: Intake): Promise<void> {
  await ask('POST', `/api/intakes/${encodeURIComponent(intake.id)}/restart`);
}

function Facts({ intake, notes }: Pick<IntakeCardProps, 'intake' | 'notes'>) {
  const { intake: words } = useCaseWords();
  const { note } = useWords().knowledge.cases;
  const { original, clean, sealed, destroyed, removal, purge } = intake.facts;
  const head = auditHeadIn(notes, intake.mark);
  const sha = (value: string) => <Digest value={value} label="SHA-256" />;
  return (
    <dl className={classes.facts}>
      {clean !== undefined && (
        <>
          <dt>{words.report}</dt>
          <dd>
            {note.found(countText(clean.secrets), countText(clean.redactions))}
            {clean.droppedBodies > 0 && ` ${note.droppedBodies(countText(clean.droppedBodies))}`}
            {clean.repaired && ` ${note.repaired}`}
            {(original?.otherCaptures ?? 0) > 0 &&
              ` ${note.otherCaptures(countText(original?.otherCaptures ?? 0))}`}
          </dd>
          <dt>{words.cleanFile}</dt>
          <dd>
            <span className={classes.mono}>{clean.name}</span> · {byteText(clean.sizeBytes)} ·{' '}
            {sha(clean.sha256)}
          </dd>
        </>
      )}
      {sealed !== undefined && (
        <>
          <dt>{words.sealedFile}</dt>
          <dd>
            <span className={classes.mono}>{sealed.name}</span> · {byteText(sealed.sizeBytes)} ·{' '}
            {sha(sealed.sha256)} · {words.keys}{' '}
            <span className={classes.mono}>{sealed.keyIds.join(', ')}</span>
          </dd>
        </>
      )}
      {destroyed !== undefined && (
        <>
          <dt>{words.sealedFile}</dt>
          <dd>
            <s className={classes.mono}>{destroyed.name}</s> · {byteText(destroyed.sizeBytes)} ·{' '}
            {sha(destroyed.sha256)} · {words.destroyed(timeText(destroyed.atMs))}
            {staysInCase(destroyed.removal) && ` ${note.removal[destroyed.removal]}`}
          </dd>
        </>
      )}
      {original !== undefined && (
        <>
          <dt>{words.original}</dt>
          <dd>
            {original.format.toUpperCase()} · {words.requests(countText(original.entries))} ·{' '}
            {sha(original.sha256)}
            {removal !== undefined && ` · ${note.removal[removal]}`}
          </dd>
        </>
      )}
      {purge !== undefined && (
        <>
          <dt>{words.purge}</dt>
          <dd>
            {purge.level}: {note.purge[purge.level]}
            {purge.residual.length > 0 &&
              ` · ${note.residual(purge.residual.map((copy) => note.residualCopy[copy]).join(note.listSeparator))}`}
          </dd>
        </>
      )}
      {head !== undefined && (
        <>
          <dt>{words.auditHead}</dt>
          <dd>
            <span className={classes.mono}>{auditHeadText(head)}</span> {words.auditHeadMeaning}
          </dd>
        </>
      )}
    </dl>
  );
}
