import { css } from '@codemirror/lang-css';
import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { useValues } from '../details/values/shown-values.tsx';
import type { TextLanguage } from '../engine/pretty/pretty-text.ts';
import classes from '../preview/preview.module.css';
import { useWords } from '../words/use-words.ts';
import type { CodeViewProps } from './code-view.tsx';
import { maskedRanges } from './masked-ranges.ts';

const LANGUAGES: Readonly<Record<TextLanguage, () => Extension>> = {
  json,
  xml: () => xml({ autoCloseTags: false }),
  html: () => html({ autoCloseTags: false }),
  css,
  javascript: () => javascript(),
  plain: () => [],
};

/** Colours as in the JSON tree; they follow the page's theme. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.attributeName], color: 'light-dark(#7a1f5c, #d8a3ff)' },
  { tag: [tags.string, tags.attributeValue], color: 'light-dark(#1f6f2b, #8ce99a)' },
  { tag: tags.number, color: 'light-dark(#1c4f9c, #91c4ff)' },
  { tag: [tags.bool, tags.null, tags.keyword], color: 'light-dark(#9a4a00, #ffc078)' },
  { tag: [tags.tagName, tags.typeName], color: 'light-dark(#0b5c73, #66d9e8)' },
  { tag: [tags.comment, tags.meta], color: 'light-dark(#5c636a, #a0a6ad)' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'inherit' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--mantine-color-dimmed)', border: '0' },
  '.cm-cursor': { borderLeftColor: 'currentColor' },
  '.cm-panels': { backgroundColor: 'var(--mantine-color-body)', color: 'inherit' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'light-dark(#cfe2ff, #274b7a) !important',
  },
});

/** CodeMirror, for reading only: the text can be selected, searched and folded, and nothing can be typed. */
export default function CodeEditor({ text, language, grows = false }: CodeViewProps) {
  const { details, knowledge } = useWords();
  const values = useValues();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(values);
  latest.current = values;
  const view = useRef<EditorView>(undefined);
  useEffect(() => {
    if (place.current === null) return;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          drawSelection(),
          bracketMatching(),
          highlightSelectionMatches(),
          search({ top: true }),
          syntaxHighlighting(colours),
          keymap.of([...searchKeymap, ...foldKeymap]),
          LANGUAGES[language](),
          EditorState.readOnly.of(true),
          EditorState.phrases.of(details.editor),
          EditorView.contentAttributes.of({
            'aria-label': details.body,
            'aria-readonly': 'true',
            lang: knowledge.language,
          }),
          EditorView.lineWrapping,
          theme,
          maskedRanges({
            shownValue: (masked) => latest.current.shownValue(masked),
            toggle: (masked) =>
              latest.current.shownValue(masked) === undefined
                ? void latest.current.reveal(masked)
                : latest.current.hide(masked),
            label: (isShown) => (isShown ? details.hideValue : details.showValue),
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [text, language, details, knowledge.language]);
  // Values that are shown or hidden elsewhere are so here too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the values is what is waited for
  useEffect(() => view.current?.dispatch({}), [values]);
  return <div ref={place} className={classes.code} style={grows ? { height: 'auto', minHeight: 0 } : {}} />;
}
