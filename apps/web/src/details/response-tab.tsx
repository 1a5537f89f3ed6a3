import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';
import { Masked } from './field-list.tsx';
import { useBody } from './use-body.ts';

/** The body itself. */
export function ResponseTab(props: TabProps) {
  const { details } = useWords();
  const body = useBody(props, 'response');
  if (body === undefined) return null;
  if (body.text === undefined)
    return (
      <Text c="dimmed">{body.bytes === undefined ? details.nothing : details.binary(body.bytes.length)}</Text>
    );
  return (
    <>
      {body.truncated && <Text c="dimmed">{details.cut}</Text>}
      <pre className={classes.body}>
        <Masked text={body.text} />
      </pre>
    </>
  );
}
