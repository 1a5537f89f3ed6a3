import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';
import { Problem } from '../api/problem.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import classes from '../case-area.module.css';
import type { ExceptionScope, ReasonCode } from '../exceptions/exception.ts';
import { timeText } from '../frame/time-text.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** What a customer is asked, as the API tells it. */
interface Question {
  readonly organisation: string;
  readonly caseRef: string;
  readonly scope: ExceptionScope['kind'];
  readonly reason: ReasonCode;
  readonly untilMs: number;
  readonly open: boolean;
}

/** Asks a customer whether something of their sealed original may be seen. It is answered once. */
export function ConsentPage({ token }: { readonly token: string }) {
  const { consent: words, reasons, frame } = useCaseWords();
  const deed = useDeed();
  const [question, setQuestion] = useState<Question>();
  const [problem, setProblem] = useState<Problem>();
  const [answered, setAnswered] = useState<'given' | 'declined'>();
  useEffect(() => {
    ask<Question>('POST', '/api/consent/question', { body: { token } }).then(setQuestion, (error: unknown) =>
      setProblem(error instanceof Problem ? error : undefined),
    );
  }, [token]);
  if (question === undefined)
    return problem === undefined ? (
      <Loader size="sm" aria-label={frame.loading} />
    ) : (
      <ProblemAlert problem={problem} />
    );
  const answer = (given: 'given' | 'declined'): void =>
    void deed.run(async () => {
      await ask('POST', '/api/consent', { body: { token, answer: given } });
      setAnswered(given);
    });
  return (
    <>
      <Title order={1} size="h2" mb="sm">
        {words.title(question.organisation)}
      </Title>
      <Text mb="sm">{words.meaning}</Text>
      <div className={classes.box}>
        <dl className={classes.facts}>
          <dt>{words.what}</dt>
          <dd>
            <b>{words.scopes[question.scope]}</b>
          </dd>
          <dt>{words.why}</dt>
          <dd>{reasons[question.reason]}</dd>
          <dt>{words.caseRef}</dt>
          <dd className={classes.mono}>{question.caseRef}</dd>
          <dt>{words.until}</dt>
          <dd>{timeText(question.untilMs)}</dd>
        </dl>
      </div>
      <ProblemAlert problem={deed.problem} />
      <div role="status">
        {answered === 'given' && <Text fw={600}>✓ {words.agreed}</Text>}
        {answered === 'declined' && <Text fw={600}>{words.declined}</Text>}
        {!question.open && <Text fw={600}>{words.closed}</Text>}
      </div>
      {question.open && answered === undefined && (
        <Group>
          <Button loading={deed.isRunning} onClick={() => answer('given')}>
            {words.agree}
          </Button>
          <Button variant="default" loading={deed.isRunning} onClick={() => answer('declined')}>
            {words.decline}
          </Button>
        </Group>
      )}
    </>
  );
}
