import { Alert, Button, Checkbox, Group, NumberInput, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CopyText } from '../../frame/copy-text.tsx';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { timeText } from '../frame/time-text.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** A way for a customer to send files to one case, as the API lists it. */
interface UploadLink {
  readonly id: string;
  readonly expiresMs: number;
  readonly wantsOriginal: boolean;
  readonly files: number;
}

/** Links by which a customer without an account sends a capture to this case. */
export function UploadLinks({ caseId }: { readonly caseId: string }) {
  const { links: words } = useCaseWords();
  const url = `/api/cases/${encodeURIComponent(caseId)}/upload-links`;
  const links = useAnswer<readonly UploadLink[]>(url);
  const deed = useDeed();
  const [days, setDays] = useState(7);
  const [wantsOriginal, setWantsOriginal] = useState(false);
  const [made, setMade] = useState<string>();
  const make = (event: FormEvent): void => {
    event.preventDefault();
    void deed
      .run(async () => {
        const body = { days, wantsOriginal };
        setMade((await ask<{ link: string }>('POST', url, { body })).link);
      })
      .then(links.reload);
  };
  const revoke = (id: string): void =>
    void deed
      .run(async () => await ask('DELETE', `/api/upload-links/${encodeURIComponent(id)}`))
      .then(links.reload);
  return (
    <section aria-labelledby="links" className={classes.box}>
      <Title order={2} size="h5" id="links">
        {words.title}
      </Title>
      <Text size="sm" c="dimmed">
        {words.meaning}
      </Text>
      <form onSubmit={make}>
        <Group gap="sm" my={6} align="end">
          <NumberInput
            size="xs"
            w={80}
            label={words.days}
            min={1}
            max={30}
            allowDecimal={false}
            value={days}
            onChange={(value) => setDays(Number(value))}
          />
          <Checkbox
            size="xs"
            mb={6}
            label={words.wantsOriginal}
            checked={wantsOriginal}
            onChange={(event) => setWantsOriginal(event.currentTarget.checked)}
          />
          <Button type="submit" size="compact-sm" variant="default" loading={deed.isRunning}>
            {words.make}
          </Button>
        </Group>
      </form>
      {made !== undefined && (
        <Alert color="blue" my={6} title={words.copyNow}>
          <code className={classes.mono} style={{ overflowWrap: 'anywhere' }}>
            {made}
          </code>{' '}
          <CopyText text={made} />
        </Alert>
      )}
      <ProblemAlert problem={links.problem ?? deed.problem} />
      {links.value?.map(({ id, expiresMs, wantsOriginal: asksForIt, files }) => (
        <Group key={id} justify="space-between" wrap="nowrap" gap="xs" py={2}>
          <Text size="xs">
            {words.until(timeText(expiresMs))} · {words.files(files)}
            {asksForIt && ` · ${words.withOriginal}`}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${words.revoke}: ${words.until(timeText(expiresMs))}`}
            onClick={() => revoke(id)}
          >
            {words.revoke}
          </Button>
        </Group>
      ))}
    </section>
  );
}
