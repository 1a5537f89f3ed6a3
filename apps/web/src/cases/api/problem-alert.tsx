import { Alert } from '@mantine/core';
import { useCaseWords } from '../words/use-case-words.ts';
import { type Problem, UNREACHABLE } from './problem.ts';

/** What went wrong, its code, and the next step. */
export function ProblemAlert({ problem }: { readonly problem: Problem | undefined }) {
  const { problems } = useCaseWords();
  if (problem === undefined) return null;
  const isSilent = problem.code === UNREACHABLE || problem.message === '';
  return (
    <Alert color="red" my="xs" title={isSilent ? problems.unreachable.what : problem.message} role="alert">
      {isSilent ? problems.unreachable.next : problem.next} <code>{problem.code}</code>
    </Alert>
  );
}
