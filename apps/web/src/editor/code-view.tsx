import { Suspense } from 'react';
import classes from '../details/details.module.css';
import { Masked } from '../details/values/masked.tsx';
import type { TextLanguage } from '../engine/pretty/pretty-text.ts';
import { lazyPart } from '../frame/unloaded.ts';

export interface CodeViewProps {
  readonly text: string;
  readonly language: TextLanguage;
  /** Is as tall as its text instead of filling its place. */
  readonly grows?: boolean;
}

/** Before the editor is there. */
const FIRST_LETTERS = 20_000;

function FirstLetters({ text }: CodeViewProps) {
  return (
    <pre className={classes.body}>
      <Masked text={text.slice(0, FIRST_LETTERS)} />
    </pre>
  );
}

/** The editor is as large as the rest of the page: it is loaded when a body is first looked at. */
const CodeEditor = lazyPart(async () => (await import('./code-editor.tsx')).default, FirstLetters);

/** A text with colours, folding and a search; what is masked in it opens at a click. */
export function CodeView(props: CodeViewProps) {
  return (
    <Suspense fallback={<FirstLetters {...props} />}>
      <CodeEditor {...props} />
    </Suspense>
  );
}
