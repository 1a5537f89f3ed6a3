import { lazy, Suspense } from 'react';
import classes from '../details/details.module.css';
import { Masked } from '../details/values/masked.tsx';
import type { TextLanguage } from '../engine/pretty/pretty-text.ts';

/** The editor is as large as the rest of the page: it is loaded when a body is first looked at. */
const CodeEditor = lazy(() => import('./code-editor.tsx'));

export interface CodeViewProps {
  readonly text: string;
  readonly language: TextLanguage;
  /** Is as tall as its text instead of filling its place. */
  readonly grows?: boolean;
}

/** Before the editor is there. */
const FIRST_LETTERS = 20_000;

/** A text with colours, folding and a search; what is masked in it opens at a click. */
export function CodeView(props: CodeViewProps) {
  return (
    <Suspense
      fallback={
        <pre className={classes.body}>
          <Masked text={props.text.slice(0, FIRST_LETTERS)} />
        </pre>
      }
    >
      <CodeEditor {...props} />
    </Suspense>
  );
}
