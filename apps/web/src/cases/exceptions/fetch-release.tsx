import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { ask, askForFile } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import type { Intake } from '../case/support-case.ts';
import classes from '../case-area.module.css';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Exception, exceptionUrl } from './exception.ts';
import { Commands } from './hand-over.tsx';
import { openingCommands, releaseFiles } from './release-commands.ts';

interface FetchReleaseProps {
  readonly exception: Exception;
  readonly intake: Intake | undefined;
  readonly onFetched: () => void;
}

interface Grant {
  readonly token: string;
  readonly expiresMs: number;
}

/** For the requester: a grant that works once, in this session, for a quarter of an hour; then how to open what it gave. */
export function FetchRelease({ exception, intake, onFetched }: FetchReleaseProps) {
  const { exceptions: words } = useCaseWords();
  const own = useSession(({ who }) => who?.accountId);
  const deed = useDeed();
  const [grant, setGrant] = useState<Grant>();
  const leftMs = useTimeLeft(grant?.expiresMs);
  if (exception.requested.accountId !== own) return null;
  const { id, scope, state } = exception;
  const sealedName = intake?.facts.sealed?.name ?? 'sealed.pgp';
  const claim = (): void =>
    void deed.run(async () => setGrant(await ask<Grant>('POST', exceptionUrl(id, 'grants'))));
  const fetchIt = (): void =>
    void deed.run(async () => {
      const body = { token: grant?.token };
      saveBlob(await askForFile(exceptionUrl(id, 'fetch'), { method: 'POST', body }), releaseFiles.release);
      setGrant(undefined);
      onFetched();
    });
  return (
    <section className={classes.box} aria-labelledby="fetch">
      <Title order={2} size="h5" id="fetch">
        {words.fetch}
      </Title>
      {state === 'released' && (
        <>
          <Text size="sm" c="dimmed">
            {words.fetchMeaning}
          </Text>
          <Group gap="sm" mt={6}>
            {grant === undefined || leftMs === 0 ? (
              <Button size="compact-sm" loading={deed.isRunning} onClick={claim}>
                {words.claim}
              </Button>
            ) : (
              <>
                <Button size="compact-sm" loading={deed.isRunning} onClick={fetchIt}>
                  {words.fetchNow}
                </Button>
                <Text size="sm" role="timer">
                  {words.timeLeft(minutesText(leftMs))}
                </Text>
              </>
            )}
          </Group>
        </>
      )}
      {state === 'fetched' && <Text size="sm">✓ {words.fetched}</Text>}
      <ProblemAlert problem={deed.problem} />
      <Text size="sm" mt={8}>
        {words.openIt}
      </Text>
      <Commands lines={openingCommands(scope.kind === 'whole' ? 'whole' : 'values', sealedName)} />
      {scope.kind === 'whole' && (
        <>
          <Text size="sm">{words.exitCode}</Text>
          <a
            className={classes.link}
            href={`/api/intakes/${encodeURIComponent(exception.intakeId)}/sealed`}
            download={sealedName}
          >
            {words.downloadSealed(sealedName)}
          </a>
        </>
      )}
    </section>
  );
}

/** Milliseconds until a point in time, counted down by the second. */
function useTimeLeft(untilMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(Date.now());
  useEffect(() => {
    if (untilMs === undefined) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [untilMs]);
  return Math.max(0, (untilMs ?? 0) - nowMs);
}

/** `14:59` */
function minutesText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
