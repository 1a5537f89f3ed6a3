import { Title } from '@mantine/core';
import { usePersonName } from '../frame/person-name.tsx';
import { When } from '../frame/when.tsx';
import { useCaseWords } from '../words/use-case-words.ts';
import type { CaseAttachment, CaseNote, Intake, SupportCase } from './support-case.ts';
import classes from './timeline.module.css';

interface TimelineProps {
  readonly supportCase: SupportCase;
  readonly attachments: readonly CaseAttachment[];
  readonly notes: readonly CaseNote[];
  readonly intakes: readonly Intake[];
}

interface Happening {
  readonly key: string;
  readonly atMs: number;
  readonly by: string;
  readonly what: string;
}

/** What happened in a case, the latest first. */
export function Timeline({ supportCase, attachments, notes, intakes }: TimelineProps) {
  const { page: words, intake: intakeWords, visibility } = useCaseWords();
  const nameOf = usePersonName();
  const happenings: Happening[] = [
    { key: 'case', atMs: supportCase.createdMs, by: supportCase.createdBy, what: words.happened.opened },
    ...attachments.map(
      ({ id, createdMs, createdBy, name }): Happening => ({
        key: `+${id}`,
        atMs: createdMs,
        by: createdBy,
        what: words.happened.attached(name),
      }),
    ),
    ...attachments.flatMap(({ id, removedMs, name }): Happening[] =>
      removedMs === null
        ? []
        : [{ key: `-${id}`, atMs: removedMs, by: '', what: words.happened.removed(name) }],
    ),
    ...notes.map(
      ({ id, author, createdMs, visibility: seenBy }): Happening => ({
        key: id,
        atMs: createdMs,
        by: author,
        what: words.happened.noted(visibility[seenBy]),
      }),
    ),
    ...intakes.map(
      ({ id, updatedMs, attachment, state, step, facts: { destroyed } }): Happening => ({
        key: id,
        atMs: updatedMs,
        by: 'worker',
        what:
          destroyed === undefined
            ? `${attachment.name}: ${intakeWords.steps[step]} · ${intakeWords.states[state]}`
            : words.happened.destroyed(destroyed.name),
      }),
    ),
  ];
  return (
    <section aria-labelledby="timeline">
      <Title order={2} size="h5" id="timeline">
        {words.timeline}
      </Title>
      <ol className={classes.timeline}>
        {happenings
          .sort((one, other) => other.atMs - one.atMs)
          .map(({ key, atMs, by, what }) => (
            <li key={key}>
              <When ms={atMs} />
              <span>{what}</span>
              <span className={classes.by}>{by === '' ? '' : nameOf(by)}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
