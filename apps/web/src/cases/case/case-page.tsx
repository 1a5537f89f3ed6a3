import { Button, Group, Loader, Text, TextInput, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer, useWholeList } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { When } from '../frame/when.tsx';
import { linkTo } from '../place/use-case-place.ts';
import { useMay } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { AttachFile } from './attach-file.tsx';
import { AttachmentTable } from './attachment-table.tsx';
import { CaseAnswer } from './case-answer.tsx';
import { CaseExceptions } from './case-exceptions.tsx';
import { IntakeCard } from './intake-card.tsx';
import { Notes } from './notes.tsx';
import type { CaseAttachment, CaseNote, Intake, SupportCase } from './support-case.ts';
import { Timeline } from './timeline.tsx';
import { UploadLinks } from './upload-links.tsx';
import { useCaseEvents } from './use-case-events.ts';

/** One case: what was attached and what became of it, step by step; notes; what happened when. */
export function CasePage({ id }: { readonly id: string }) {
  const { frame, page: words } = useCaseWords();
  const mayWrite = useMay('case:write');
  const own = `/api/cases/${encodeURIComponent(id)}`;
  const found = useAnswer<SupportCase>(own);
  const notes = useWholeList<CaseNote>(`${own}/notes`);
  const attachments = useAnswer<readonly CaseAttachment[]>(`${own}/attachments?removed=true`);
  const intakes = useWholeList<Intake>(`/api/intakes?caseRef=${encodeURIComponent(id)}`);
  const [reloadNotes, reloadAttachments, reloadIntakes] = [notes.reload, attachments.reload, intakes.reload];
  const reload = useCallback(() => {
    reloadNotes();
    reloadAttachments();
    reloadIntakes();
  }, [reloadNotes, reloadAttachments, reloadIntakes]);
  const all = intakes.value ?? [];
  useCaseEvents(
    id,
    all.some(({ state }) => state === 'running'),
    reload,
  );
  const supportCase = found.value;
  if (supportCase === undefined)
    return found.problem === undefined || (intakes.value ?? intakes.problem) === undefined ? (
      <Loader size="sm" aria-label={frame.loading} />
    ) : (
      <>
        <a className={classes.link} {...linkTo({ page: 'cases' })}>
          ← {frame.pages.cases}
        </a>
        {found.problem.code === 'request/not-found' && all.length > 0 ? (
          <ElsewhereCase caseRef={id} intakes={all} onChange={reload} />
        ) : (
          <ProblemAlert problem={found.problem} />
        )}
      </>
    );
  // What was nothing to do with captures needs no card: it stands among the attachments.
  const worked = all.filter(({ state }) => state !== 'skipped');
  const files = attachments.value ?? [];
  return (
    <>
      <Heading supportCase={supportCase} onChange={found.reload} />
      <div className={classes.columns}>
        <div>
          <CaseAnswer intakes={all} />
          <ProblemAlert problem={intakes.problem} />
          {worked.map((intake) => (
            <IntakeCard
              key={intake.id}
              intake={intake}
              caseName={String(supportCase.number)}
              notes={notes.value ?? []}
              onChange={reload}
            />
          ))}
          {mayWrite && <AttachFile caseId={id} onAttached={reload} />}
          <AttachmentTable
            caseName={String(supportCase.number)}
            attachments={files}
            intakes={all}
            notes={notes.value ?? []}
            problem={attachments.problem}
          />
          <CaseExceptions caseId={id} />
          <Timeline
            supportCase={supportCase}
            attachments={files}
            notes={notes.value ?? []}
            intakes={worked}
          />
        </div>
        <aside aria-label={words.notes}>
          <Notes caseId={id} notes={notes.value ?? []} problem={notes.problem} onChange={notes.reload} />
          {mayWrite && <UploadLinks caseId={id} />}
        </aside>
      </div>
    </>
  );
}

interface ElsewhereCaseProps {
  readonly caseRef: string;
  readonly intakes: readonly Intake[];
  readonly onChange: () => void;
}

/** A case of another case system, where its notes link to: of it, the server has what it did with attachments. */
function ElsewhereCase({ caseRef, intakes, onChange }: ElsewhereCaseProps) {
  // Two case systems may both have a case of this number.
  const systems = new Set(intakes.map(({ connector }) => connector));
  return (
    <>
      <Text size="xs" c="dimmed" className={classes.mono}>
        {[...systems].join(', ')}
      </Text>
      <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
        #{caseRef}
      </Title>
      <CaseAnswer intakes={intakes} />
      {intakes
        .filter(({ state }) => state !== 'skipped')
        .map((intake) => (
          <IntakeCard key={intake.id} intake={intake} caseName={caseRef} notes={[]} onChange={onChange} />
        ))}
      <CaseExceptions caseId={caseRef} />
    </>
  );
}

interface HeadingProps {
  readonly supportCase: SupportCase;
  readonly onChange: () => void;
}

function Heading({ supportCase, onChange }: HeadingProps) {
  const { frame, list, page: words } = useCaseWords();
  const mayWrite = useMay('case:write');
  const deed = useDeed();
  const [title, setTitle] = useState<string>();
  const change = (body: Partial<SupportCase>): void =>
    void deed
      .run(async () => {
        await ask('PATCH', `/api/cases/${encodeURIComponent(supportCase.id)}`, { body });
        setTitle(undefined);
      })
      .then(onChange);
  const isOpen = supportCase.status === 'open';
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="start" mb={4}>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="xs" c="dimmed">
            <a className={classes.link} {...linkTo({ page: 'cases' })}>
              {frame.pages.cases}
            </a>{' '}
            › #{supportCase.number} · {list.statuses[supportCase.status]} · {words.opened}{' '}
            <When ms={supportCase.createdMs} />
          </Text>
          {title === undefined ? (
            <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
              {supportCase.title}
            </Title>
          ) : (
            <Group
              component="form"
              gap="xs"
              onSubmit={(event: React.FormEvent) => {
                event.preventDefault();
                if (title.trim() !== '') change({ title: title.trim() });
              }}
            >
              <TextInput
                flex={1}
                maw={700}
                aria-label={list.caseTitle}
                autoFocus
                maxLength={500}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" loading={deed.isRunning}>
                {frame.save}
              </Button>
              <Button size="xs" variant="default" onClick={() => setTitle(undefined)}>
                {frame.cancel}
              </Button>
            </Group>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          {mayWrite && title === undefined && (
            <Button size="compact-sm" variant="default" onClick={() => setTitle(supportCase.title)}>
              {words.rename}
            </Button>
          )}
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="default"
              loading={deed.isRunning}
              onClick={() => change({ status: isOpen ? 'closed' : 'open' })}
            >
              {isOpen ? words.close : words.reopen}
            </Button>
          )}
        </Group>
      </Group>
      <ProblemAlert problem={deed.problem} />
    </div>
  );
}
