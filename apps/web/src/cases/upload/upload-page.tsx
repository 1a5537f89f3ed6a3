import { Alert, Button, Checkbox, Group, Loader, Progress, Table, Text, Title } from '@mantine/core';
import { type DragEvent, useEffect, useState } from 'react';
import { byteText, countText } from '../../captures/quantity.ts';
import { saveBlob } from '../../sanitize/save-blob.ts';
import { chooseFiles } from '../../start/choose-files.ts';
import { sentences } from '../../words/sentences.ts';
import { useWords } from '../../words/use-words.ts';
import { ask } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import { sendableName } from '../case/sendable-name.ts';
import areaClasses from '../case-area.module.css';
import { useCaseWords } from '../words/use-case-words.ts';
import { type CleanCopy, cleanCopyOf } from './clean-copy.ts';
import classes from './customer.module.css';
import { ExposureTable } from './exposure-table.tsx';
import { sealInWorker } from './seal-in-worker.ts';
import type { UploadKey } from './seal-original.ts';

/** What a link leads to, as the API tells it. */
interface UploadPlace {
  readonly organisation: string;
  readonly caseNumber: number;
  readonly wantsOriginal: boolean;
  readonly mostBytes: number;
  /** The vault's keys; fewer than it needs = none. */
  readonly keys: readonly UploadKey[];
}

interface SentFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

type Stage =
  | { readonly at: 'drop' }
  | {
      readonly at: 'work';
      readonly file: File;
      readonly stage: 'read' | 'sanitize';
      readonly fraction: number;
    }
  | { readonly at: 'look'; readonly file: File; readonly copy: CleanCopy }
  | { readonly at: 'send'; readonly sealing?: number }
  | { readonly at: 'sent'; readonly files: readonly SentFile[] };

const STEPS = ['read', 'sanitize', 'look', 'send'] as const;

/**
 * A customer sends a capture to a case. It is made clean in this page, before anything is sent; the original goes only if the
 * link asks for it and the customer says so, and then sealed for keys that the server does not have.
 */
export function UploadPage({ token }: { readonly token: string }) {
  const { upload: words, frame } = useCaseWords();
  const [place, setPlace] = useState<UploadPlace>();
  const [problem, setProblem] = useState<Problem>();
  const [stage, setStage] = useState<Stage>({ at: 'drop' });
  const deed = useDeed();
  const headers = { 'harrier-upload': token };
  useEffect(() => {
    ask<UploadPlace>('GET', '/api/uploads', { headers: { 'harrier-upload': token } }).then(
      setPlace,
      (error: unknown) => setProblem(error instanceof Problem ? error : undefined),
    );
  }, [token]);
  if (problem?.status === 410)
    return (
      <>
        <Title order={1} size="h2">
          {words.gone}
        </Title>
        <Text>{words.goneNext}</Text>
      </>
    );
  if (place === undefined)
    return problem === undefined ? (
      <Loader size="sm" aria-label={frame.loading} />
    ) : (
      <ProblemAlert problem={problem} />
    );

  /** The file that was chosen stays the original, though only a part of it is whole. */
  const work = async (file: File, readable: Blob = file): Promise<void> => {
    deed.forget();
    setStage({ at: 'work', file, stage: 'read', fraction: 0 });
    const copy = await cleanCopyOf(readable, (now, fraction) =>
      setStage({ at: 'work', file, stage: now, fraction }),
    );
    setStage({ at: 'look', file, copy });
  };

  const send = async (file: File, clean: Blob, withOriginal: boolean): Promise<void> => {
    const before = stage;
    const isSent = await deed.run(async () => {
      const name = sendableName(file.name);
      setStage({ at: 'send' });
      const query = new URLSearchParams({ name: cleanNameOf(name) });
      const files = [await ask<SentFile>('POST', `/api/uploads/clean?${query}`, { body: clean, headers })];
      if (withOriginal) {
        const made = await sealInWorker(file, place.keys, (sealing) => setStage({ at: 'send', sealing }));
        setStage({ at: 'send' });
        const sealedQuery = new URLSearchParams({ name: `${name}.pgp` });
        files.push(
          await ask<SentFile>('POST', `/api/uploads/original?${sealedQuery}`, {
            body: made.sealed,
            headers: { ...headers, 'harrier-capsule': base64Of(made.capsule) },
          }),
        );
      }
      setStage({ at: 'sent', files });
    });
    if (!isSent) setStage(before);
  };

  return (
    <>
      <Title order={1} size="h2">
        {words.title(place.organisation)}
      </Title>
      <Text c="dimmed">{words.forCase(String(place.caseNumber))}</Text>
      <Steps stage={stage} />
      {stage.at === 'drop' && <Drop onFile={(file) => void work(file)} />}
      {stage.at === 'work' && (
        <div role="status">
          <Text mb={4}>{stage.stage === 'read' ? words.reading : words.steps.sanitize}</Text>
          <Progress value={100 * stage.fraction} aria-label={words.steps[stage.stage]} />
          <Text size="sm" mt={8}>
            {words.stays}
          </Text>
        </div>
      )}
      {stage.at === 'look' && (
        <Look
          file={stage.file}
          copy={stage.copy}
          place={place}
          onSend={(clean, withOriginal) => void send(stage.file, clean, withOriginal)}
          onWhole={(whole) => void work(stage.file, whole)}
          onAgain={() => setStage({ at: 'drop' })}
        />
      )}
      {stage.at === 'send' && (
        <div role="status">
          <Text mb={4}>
            {stage.sealing === undefined ? words.sending : words.sealing(Math.round(100 * stage.sealing))}
          </Text>
          <Progress
            value={stage.sealing === undefined ? 100 : 100 * stage.sealing}
            animated={stage.sealing === undefined}
            aria-label={words.steps.send}
          />
        </div>
      )}
      <ProblemAlert problem={deed.problem} />
      {stage.at === 'sent' && <Sent files={stage.files} onAgain={() => setStage({ at: 'drop' })} />}
    </>
  );
}

function Steps({ stage }: { readonly stage: Stage }) {
  const { upload: words } = useCaseWords();
  const now = stage.at === 'work' ? stage.stage : stage.at === 'drop' ? 'read' : stage.at;
  const at = now === 'sent' ? STEPS.length : STEPS.indexOf(now);
  return (
    <ol className={classes.steps}>
      {STEPS.map((step, position) => (
        <li
          key={step}
          data-state={position < at ? 'done' : undefined}
          aria-current={position === at ? 'step' : undefined}
        >
          {position < at ? '✓ ' : `${position + 1} `}
          {words.steps[step]}
        </li>
      ))}
    </ol>
  );
}

function Drop({ onFile }: { readonly onFile: (file: File) => void }) {
  const { upload: words } = useCaseWords();
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button in it for the keyboard
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Text size="lg" mb="md">
        {words.lead}
      </Text>
      <Button onClick={() => chooseFiles(onFile)}>{words.choose}</Button>
      <Text size="sm" c="dimmed" mt="md">
        {words.stays}
      </Text>
    </div>
  );
}

interface LookProps {
  readonly file: File;
  readonly copy: CleanCopy;
  readonly place: UploadPlace;
  readonly onSend: (clean: Blob, withOriginal: boolean) => void;
  /** Goes on with what of the file is whole. */
  readonly onWhole: (whole: Blob) => void;
  readonly onAgain: () => void;
}

/** What was in the file, and what is about to be sent of it. */
function Look({ file, copy, place, onSend, onWhole, onAgain }: LookProps) {
  const { upload: words } = useCaseWords();
  const { sanitize, knowledge } = useWords();
  const [withOriginal, setWithOriginal] = useState(false);
  const again = (
    <Button variant="default" onClick={onAgain}>
      {words.another}
    </Button>
  );
  if (copy.kind !== 'clean') {
    const told = (knowledge.errors as Readonly<Record<string, { what: string; next: string }>>)[copy.code];
    const refusals = sanitize.refusals as Readonly<Record<string, string>>;
    return (
      <>
        <Alert
          color="red"
          role="alert"
          mb="sm"
          title={copy.kind === 'unreadable' ? words.unreadable : words.refused}
        >
          {refusals[copy.code] ?? (told === undefined ? '' : sentences(told.what, told.next))}{' '}
          <code>{copy.code}</code>
        </Alert>
        <Group gap="sm">
          {copy.kind === 'refused' && copy.whole !== undefined && (
            <Button onClick={() => copy.whole !== undefined && onWhole(copy.whole)}>
              {sanitize.openWhole}
            </Button>
          )}
          {again}
        </Group>
      </>
    );
  }
  const { clean, report } = copy.result;
  return (
    <>
      <Text fw={600} role="status">
        {report.counts.redactions === 0
          ? words.nothing
          : words.replaced(countText(report.counts.credentials), countText(report.counts.redactions))}
      </Text>
      <ExposureTable exposures={report.exposures} />
      {place.wantsOriginal && place.keys.length === 0 && <Alert color="yellow">{words.noKeys}</Alert>}
      {place.wantsOriginal && place.keys.length > 0 && (
        <Checkbox
          my="sm"
          label={words.original}
          description={words.originalMeaning(
            place.keys.map(({ fingerprint }) => fingerprint.slice(-16)).join(', '),
          )}
          checked={withOriginal}
          onChange={(event) => setWithOriginal(event.currentTarget.checked)}
        />
      )}
      <Text size="sm" my="xs">
        {words.stays}
      </Text>
      <Group>
        <Button onClick={() => onSend(clean, withOriginal)}>{words.send(byteText(clean.size))}</Button>
        <Button variant="default" onClick={() => saveBlob(clean, cleanNameOf(sendableName(file.name)))}>
          {words.saveFirst}
        </Button>
        {again}
      </Group>
    </>
  );
}

function Sent({ files, onAgain }: { readonly files: readonly SentFile[]; readonly onAgain: () => void }) {
  const { upload: words } = useCaseWords();
  return (
    <>
      <Text fw={600} size="lg" role="status">
        ✓ {words.sent}
      </Text>
      <Text size="sm" mt="sm">
        {words.sentFiles}
      </Text>
      <Table fz="sm" verticalSpacing={3} mb="md">
        <Table.Tbody>
          {files.map(({ name, sizeBytes, sha256 }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td>{byteText(sizeBytes)}</Table.Td>
              <Table.Td className={areaClasses.mono ?? ''} style={{ overflowWrap: 'anywhere' }}>
                SHA-256 {sha256}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button variant="default" onClick={onAgain}>
        {words.another}
      </Button>
    </>
  );
}

/** `call.har` becomes `call-clean.har`, whatever archive it came in. */
function cleanNameOf(name: string): string {
  return `${name.replace(/\.(?:har|saz|zip|gz|json)(?:\.gz)?$/i, '').slice(0, 200)}-clean.har`;
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
