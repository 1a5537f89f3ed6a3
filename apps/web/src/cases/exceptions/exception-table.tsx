import { Button, Group, Table, Text, Title } from '@mantine/core';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import { timeText } from '../frame/time-text.ts';
import { When } from '../frame/when.tsx';
import { linkTo } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Exception, exceptionUrl, isOpen } from './exception.ts';
import { useScopeText } from './scope-text.tsx';

interface ExceptionTableProps {
  readonly title: string;
  readonly exceptions: readonly Exception[];
  readonly onChange: () => void;
}

/** Who asks, for what, why, until when; and the steps that one may take at once. */
export function ExceptionTable({ title, exceptions, onChange }: ExceptionTableProps) {
  const { exceptions: words, reasons } = useCaseWords();
  const scopeText = useScopeText();
  return (
    <section aria-label={title}>
      <Title order={2} size="h5" mt="sm">
        {title}
      </Title>
      <Table fz="sm" verticalSpacing={5} className={classes.top ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="17%">{words.who}</Table.Th>
            <Table.Th w="18%">{words.what}</Table.Th>
            <Table.Th>{words.why}</Table.Th>
            <Table.Th w="18%">{words.state}</Table.Th>
            <Table.Th w="17%" aria-label={words.steps} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exceptions.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {one.requested.name}
                <Text size="xs" c="dimmed">
                  <When ms={one.requested.atMs} />
                </Text>
              </Table.Td>
              <Table.Td>
                <a className={classes.link} {...linkTo({ page: 'exception', id: one.id })}>
                  {scopeText(one.scope)}
                </a>
              </Table.Td>
              <Table.Td>
                {reasons[one.reason.code]}
                <div className={classes.text}>{one.reason.text}</div>
              </Table.Td>
              <Table.Td>
                {words.states[one.state]}
                {isOpen(one) && (
                  <Text size="xs" c="dimmed">
                    {one.consent === 'awaited' && `${words.consents.awaited} · `}
                    {words.until(timeText(one.dueMs))}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Steps exception={one} onChange={onChange} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** What one click does; releasing and fetching take more and have the exception's own page. */
export function Steps({ exception, onChange }: { exception: Exception; onChange: () => void }) {
  const { exceptions: words } = useCaseWords();
  const deed = useDeed();
  const { id, steps, state } = exception;
  const take = (step: string): void =>
    void deed.run(async () => await ask('POST', exceptionUrl(id, step))).then(onChange);
  return (
    <>
      <Group gap={6} justify="end">
        {steps.includes('approve') && (
          <Button size="compact-xs" loading={deed.isRunning} onClick={() => take('approve')}>
            {words.approve}
          </Button>
        )}
        {steps.includes('release') && (
          <Button component="a" size="compact-xs" {...linkTo({ page: 'exception', id })}>
            {words.release}
          </Button>
        )}
        {steps.includes('claim') && (
          <Button component="a" size="compact-xs" {...linkTo({ page: 'exception', id })}>
            {words.fetch}
          </Button>
        )}
        {steps.includes('refuse') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={deed.isRunning}
            onClick={() => take(state === 'requested' ? 'refuse' : 'refuse-release')}
          >
            {words.refuse}
          </Button>
        )}
        {steps.includes('withdraw') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={deed.isRunning}
            onClick={() => take('withdraw')}
          >
            {words.withdraw}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={deed.problem} />
    </>
  );
}
