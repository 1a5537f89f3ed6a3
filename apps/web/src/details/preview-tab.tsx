import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';
import { Masked } from './field-list.tsx';
import { isolatedPage } from './isolated-page.ts';
import { prettyText } from './pretty-text.ts';
import { useBody } from './use-body.ts';

/** The body in a readable form. What could run or load anything is shown in a frame that may do neither. */
export function PreviewTab(props: TabProps) {
  const { details } = useWords();
  const body = useBody(props, 'response');
  if (body === undefined) return null;
  const { mimeType, text, bytes } = body;
  if (/^image\//i.test(mimeType) && bytes !== undefined) return <Picture bytes={bytes} mimeType={mimeType} />;
  if (text === undefined) return <Text c="dimmed">{details.nothing}</Text>;
  if (/html/i.test(mimeType))
    return (
      <iframe className={classes.frame} title={details.tabs.preview} sandbox="" srcDoc={isolatedPage(text)} />
    );
  return (
    <pre className={classes.body}>
      <Masked text={prettyText(text)} />
    </pre>
  );
}

/** Drawn by the browser's decoder from a Blob; an SVG in an image runs nothing and loads nothing. */
function Picture({ bytes, mimeType }: { readonly bytes: Uint8Array; readonly mimeType: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mimeType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mimeType]);
  return url === undefined ? null : <img src={url} alt="" style={{ maxWidth: '100%' }} />;
}
