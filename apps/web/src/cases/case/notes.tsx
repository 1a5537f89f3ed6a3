import { Badge, Button, Group, SegmentedControl, Spoiler, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask.ts';
import type { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { usePersonName } from '../frame/person-name.tsx';
import { When } from '../frame/when.tsx';
import { useMay } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import type { CaseNote } from './support-case.ts';

interface NotesProps {
  readonly caseId: string;
  readonly notes: readonly CaseNote[];
  readonly problem: Problem | undefined;
  readonly onChange: () => void;
}

/** Of 13 px type: half a line would look as if something were broken. */
const FIVE_LINES_PX = 101;

/** What was written into a case, the newest first, and a place to write. Notes are text: nothing in them is a link or markup. */
export function Notes({ caseId, notes, problem, onChange }: NotesProps) {
  const { page: words, visibility } = useCaseWords();
  const mayWrite = useMay('case:write');
  const nameOf = usePersonName();
  return (
    <section aria-labelledby="notes">
      <Title order={2} size="h5" id="notes" mt="xs">
        {words.notes}
      </Title>
      <ProblemAlert problem={problem} />
      {mayWrite && <WriteNote caseId={caseId} onWritten={onChange} />}
      {[...notes].reverse().map(({ id, author, createdMs, text, visibility: seenBy }) => (
        <article key={id} className={classes.box}>
          <Group gap={6} mb={2}>
            <Text size="xs" fw={600}>
              {nameOf(author)}
            </Text>
            <Text size="xs" c="dimmed">
              <When ms={createdMs} />
            </Text>
            <Badge size="sm" variant="default" tt="none">
              {visibility[seenBy]}
            </Badge>
          </Group>
          <Spoiler
            maxHeight={FIVE_LINES_PX}
            showLabel={words.showAll}
            hideLabel={words.showLess}
            styles={{ control: { fontSize: 12 } }}
          >
            <div className={classes.text}>{text}</div>
          </Spoiler>
        </article>
      ))}
      {notes.length === 0 && (
        <Text size="sm" c="dimmed" mb="md">
          {words.noNotes}
        </Text>
      )}
    </section>
  );
}

function WriteNote({ caseId, onWritten }: { readonly caseId: string; readonly onWritten: () => void }) {
  const { page: words, visibility: visibilities } = useCaseWords();
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<'public' | 'private'>('private');
  const deed = useDeed();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isWritten = await deed.run(async () => {
      await ask('POST', `/api/cases/${encodeURIComponent(caseId)}/notes`, { body: { text, visibility } });
    });
    if (!isWritten) return;
    setText('');
    onWritten();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Textarea
        aria-label={words.writeNote}
        placeholder={words.writeNote}
        autosize
        minRows={2}
        maxRows={14}
        maxLength={100_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between" my={6}>
        <SegmentedControl
          size="xs"
          aria-label={visibilities.label}
          value={visibility}
          onChange={(chosen) => setVisibility(chosen as typeof visibility)}
          data={(['private', 'public'] as const).map((value) => ({ value, label: visibilities[value] }))}
        />
        <Button type="submit" size="compact-sm" loading={deed.isRunning} disabled={text.trim() === ''}>
          {words.addNote}
        </Button>
      </Group>
      <ProblemAlert problem={deed.problem} />
    </form>
  );
}
