import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';
import { FieldList, Masked } from './field-list.tsx';
import { prettyText } from './pretty-text.ts';
import { useBody } from './use-body.ts';

/** What was sent: query, form data, body. */
export function PayloadTab(props: TabProps) {
  const { details } = useWords();
  const { request } = props.entry;
  const body = useBody(props, 'request');
  const params = (request.postData?.params ?? []).map(({ name, value = '' }) => ({ name, value }));
  const text = body?.text ?? '';
  if (request.queryString.length === 0 && params.length === 0 && text === '')
    return <Text c="dimmed">{details.nothing}</Text>;
  return (
    <>
      <FieldList title={details.query} fields={request.queryString} />
      <FieldList title={details.form} fields={params} />
      {text !== '' && (
        <>
          <Text fw={600} mt="xs">
            {details.body} {body?.mimeType}
          </Text>
          <pre className={classes.body}>
            <Masked text={prettyText(text)} />
          </pre>
        </>
      )}
    </>
  );
}
