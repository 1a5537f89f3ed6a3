import { auditHeadText, type LogRecord, targets } from '@harrier/escalate';
import { tellFinding } from '@harrier/knowledge';
import { Alert, Group, NativeSelect, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { sentences } from '../words/sentences.ts';
import { useLanguage, useWords } from '../words/use-words.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { answersOf, type Draft, emptyDraft, useDrafts } from './draft.ts';
import { EntriesField } from './entries-field.tsx';
import { EnvironmentField } from './environment-field.tsx';
import classes from './escalate.module.css';
import { FormSection } from './form-section.tsx';
import { GateView } from './gate-view.tsx';
import { LogsField } from './logs-field.tsx';
import { PackageBar } from './package-bar.tsx';
import { usePackage } from './packer/use-package.ts';
import { StepsField } from './steps-field.tsx';

/** What every field of the form is given. */
export interface FieldProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** Gathers what engineering needs: the form on the left, their questions and what is still missing on the right. */
export function EscalatePage({ tab }: { readonly tab: CaptureTab }) {
  const { escalate: words, knowledge, sanitize } = useWords();
  const { escalation } = knowledge;
  const { language } = useLanguage();
  const draft = useDrafts((state) => state.drafts.get(tab.id)) ?? emptyDraft;
  const changeDraft = useDrafts((state) => state.change);
  const change = (part: Partial<Draft>): void => changeDraft(tab.id, part);
  const [records, setRecords] = useState<readonly LogRecord[]>([]);
  const answers = useMemo(() => answersOf(draft), [draft]);
  const isSearched = draft.isSearched || draft.logs.trim() !== '';
  const { attachments, audit, target } = draft;
  const request = useMemo(
    () => ({ answers, records: isSearched ? records : undefined, attachments, audit, language, target }),
    [answers, records, isSearched, attachments, audit, language, target],
  );
  const made = usePackage(tab, request);
  const id = made.packed?.gate.questions.find(({ question }) => question === 'tracking-ids')?.answer[0];
  return (
    <main className={classes.page}>
      <div className={classes.form}>
        <Title order={1} size="h3">
          {escalation.title} · {tab.fileName}
        </Title>
        <Text c="dimmed" size="sm">
          {sanitize.stays}
        </Text>
        <Damage tab={tab} />
        <Group grow align="end" mt="xs">
          <TextInput
            label={words.case}
            value={draft.case}
            onChange={(event) => change({ case: event.currentTarget.value })}
          />
          <NativeSelect
            label={words.target}
            value={draft.target}
            data={targets.map((one) => ({ value: one.id, label: words.targets[one.id] }))}
            onChange={(event) => change({ target: event.currentTarget.value as Draft['target'] })}
          />
        </Group>
        {audit !== undefined && (
          <Text size="xs" c="dimmed" mt={4}>
            {escalation.audit(auditHeadText(audit), audit.time)}
          </Text>
        )}
        <FormSection title={escalation.question.error}>
          <Textarea
            label={words.error}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.error}
            onChange={(event) => change({ error: event.currentTarget.value })}
          />
          <EntriesField tab={tab} draft={draft} change={change} />
        </FormSection>
        <FormSection title={escalation.question['tracking-ids']}>
          <Textarea
            label={words.ids}
            description={words.oneALine}
            autosize
            minRows={1}
            maxRows={8}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={draft.ids}
            onChange={(event) => change({ ids: event.currentTarget.value })}
          />
        </FormSection>
        <FormSection title={escalation.question['logs-searched']}>
          <LogsField draft={draft} change={change} id={id} onRecords={setRecords} />
        </FormSection>
        <FormSection title={escalation.question['logs-seen']}>
          <Textarea
            aria-label={escalation.question['logs-seen']}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.seen}
            onChange={(event) => change({ seen: event.currentTarget.value })}
          />
        </FormSection>
        <FormSection title={escalation.question.time}>
          <TextInput
            label={words.at}
            description={words.atHint}
            value={draft.at}
            onChange={(event) => change({ at: event.currentTarget.value })}
          />
        </FormSection>
        <FormSection title={escalation.section.steps}>
          <StepsField draft={draft} change={change} drafted={made.packed?.steps ?? []} />
        </FormSection>
        <FormSection title={escalation.section.pictures}>
          <AttachmentsField draft={draft} change={change} />
        </FormSection>
        <FormSection title={escalation.section.environment}>
          <EnvironmentField draft={draft} change={change} />
        </FormSection>
        <FormSection title={escalation.question.needed}>
          <Textarea
            aria-label={escalation.question.needed}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.needed}
            onChange={(event) => change({ needed: event.currentTarget.value })}
          />
        </FormSection>
      </div>
      <aside className={classes.side} aria-label={escalation.section.questions}>
        <PackageBar tab={tab} made={made} />
        {made.packed !== undefined && (
          <GateView
            tabId={tab.id}
            gate={made.packed.gate}
            rows={made.packed.rows}
            isOld={made.isInOtherLanguage}
          />
        )}
      </aside>
    </main>
  );
}

/** What is missing may lie where the original was cut or broken; the clean copy in the package is whole. */
function Damage({ tab }: { readonly tab: CaptureTab }) {
  const { knowledge } = useWords();
  const damage = tab.analysis?.findings.filter(
    ({ ruleId }) => ruleId === 'capture/truncated' || ruleId === 'capture/damaged',
  );
  return damage?.map((finding) => {
    const { verdict, explanation } = tellFinding(finding, knowledge);
    return (
      <Alert key={finding.ruleId} color="orange" mt="xs" py={6} title={knowledge.escalation.original}>
        {sentences(verdict, explanation)}
      </Alert>
    );
  });
}
