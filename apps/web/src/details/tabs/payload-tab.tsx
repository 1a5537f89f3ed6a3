import { Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { BodyPreview } from '../../preview/body-preview.tsx';
import { isSamlField } from '../../preview/preview-kind.ts';
import { SamlView } from '../../preview/saml-view.tsx';
import { useWords } from '../../words/use-words.ts';
import classes from '../details.module.css';
import type { TabProps } from '../entry-view.ts';
import { FieldList } from '../field-list.tsx';
import { MoreOfIt } from '../more-of-it.tsx';
import { SectionTitle } from '../section-title.tsx';
import { useBody } from '../use-body.ts';
import { Masked } from '../values/masked.tsx';

/** What was sent: query, form, body as what it is, or as it was written. */
export function PayloadTab(props: TabProps) {
  const { details } = useWords();
  const { request, startEpochMs } = props.entry;
  const { body, more } = useBody(props, 'request');
  const [raw, setRaw] = useState(false);
  const params = (request.postData?.params ?? []).map(({ name, value = '', fileName }) => ({
    name,
    value: fileName === undefined ? value : `${value} (${fileName})`,
  }));
  if (body === undefined) return <p aria-busy>{details.reading}</p>;
  const hasBody = (body.text ?? '') !== '' || body.bytes !== undefined;
  if (request.queryString.length === 0 && params.length === 0 && !hasBody)
    return <Text c="dimmed">{details.none.payload}</Text>;
  return (
    <>
      <FieldList title={details.query} fields={request.queryString} atEpochMs={startEpochMs} />
      {request.queryString.filter(isSamlField).map(({ name, value }) => (
        <SamlView key={name} name={name} value={value} />
      ))}
      {!hasBody && <FieldList title={details.form} fields={params} atEpochMs={startEpochMs} />}
      {hasBody && (
        <>
          <SectionTitle>
            {details.body} {body.mimeType}
            <Switch
              size="xs"
              display="inline-block"
              ms="md"
              label={details.raw}
              checked={raw}
              onChange={(event) => setRaw(event.currentTarget.checked)}
            />
          </SectionTitle>
          <MoreOfIt more={more} />
          {raw && body.text !== undefined ? (
            <pre className={classes.body}>
              <Masked text={body.text} />
            </pre>
          ) : (
            <BodyPreview body={body} atEpochMs={startEpochMs} />
          )}
        </>
      )}
    </>
  );
}
