import { Text } from '@mantine/core';
import { useCaseWords } from '../words/use-case-words.ts';
import type { Intake } from './support-case.ts';

/** The sentence before everything: whether a person is needed, and whether an original is still in the case. */
export function CaseAnswer({ intakes }: { readonly intakes: readonly Intake[] }) {
  const { page: words } = useCaseWords();
  const told = intakes.filter(({ state }) => state !== 'skipped');
  const waiting = told.filter(({ needsPerson }) => needsPerson).length;
  const running = told.filter(({ state }) => state === 'running').length;
  const clean = intakes.filter(({ facts }) => facts.skipped === 'already-clean').length;
  const destroyed = told.filter(({ facts }) => facts.destroyed !== undefined).length;
  const isRed = waiting > 0;
  const sentence = isRed
    ? words.answer.needsPerson(waiting)
    : running > 0
      ? words.answer.running(running)
      : told.length > 0
        ? destroyed > 0
          ? words.answer.destroyed(destroyed, told.length)
          : words.answer.done(told.length)
        : clean > 0
          ? words.answer.clean(clean)
          : words.answer.nothing;
  return (
    <Text size="lg" fw={600} my="xs" role="status" {...(isRed ? { c: 'red' } : {})}>
      {isRed && '✕ '}
      {sentence}
    </Text>
  );
}
