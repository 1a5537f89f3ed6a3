import { Text } from '@mantine/core';
import classes from '../details/details.module.css';
import { FieldList } from '../details/field-list.tsx';
import { SectionTitle } from '../details/section-title.tsx';
import { Masked } from '../details/values/masked.tsx';
import { CodeView } from '../editor/code-view.tsx';
import { prettyJson } from '../engine/pretty/pretty-json.ts';
import { prettyMarkup } from '../engine/pretty/pretty-markup.ts';
import type { ShownBody } from '../engine/shown-body.ts';
import { useWords } from '../words/use-words.ts';
import { CsvView } from './csv-view.tsx';
import { graphqlRequests } from './graphql-request.ts';
import { HexView } from './hex-view.tsx';
import { isolatedPage } from './isolated-page.ts';
import { readJson } from './json-nodes.ts';
import { JsonTree } from './json-tree.tsx';
import { FontView, PictureView, SoundOrFilm } from './media-view.tsx';
import { multipartParts } from './multipart-parts.ts';
import { PdfView } from './pdf-view.tsx';
import { formFields, isSamlField, previewKind } from './preview-kind.ts';
import { SamlView } from './saml-view.tsx';
import { TokenParts, TokenTimes } from './token-view.tsx';
import { webTokens } from './web-token.ts';

interface BodyPreviewProps {
  readonly body: ShownBody;
  /** The moment of the request, ms since 1970. */
  readonly atEpochMs: number | undefined;
}

/** A body in a readable form. What could run or load anything is shown in a frame that may do neither. */
export function BodyPreview({ body, atEpochMs }: BodyPreviewProps) {
  const { details } = useWords();
  const { text = '', bytes = EMPTY, mimeType, language } = body;
  switch (previewKind(body)) {
    case 'nothing':
      return (
        <Text c="dimmed">{body.absent === undefined ? details.nothing : details.absent[body.absent]}</Text>
      );
    case 'html':
      return (
        <div className={classes.column}>
          <Text size="xs" c="dimmed">
            {details.isolated}
          </Text>
          <iframe
            className={classes.frame}
            title={details.tabs.preview}
            sandbox=""
            srcDoc={isolatedPage(text)}
          />
        </div>
      );
    case 'image':
      return (
        <PictureView bytes={bytes === EMPTY ? new TextEncoder().encode(text) : bytes} mimeType={mimeType} />
      );
    case 'audio':
      return <SoundOrFilm bytes={bytes} mimeType={mimeType} kind="audio" />;
    case 'video':
      return <SoundOrFilm bytes={bytes} mimeType={mimeType} kind="video" />;
    case 'font':
      return <FontView bytes={bytes} />;
    case 'pdf':
      return <PdfView bytes={bytes} />;
    case 'hex':
      return <HexView bytes={bytes} />;
    case 'json':
      if (readJson(text) !== undefined) return <JsonTree text={text} label="JSON" fills />;
      // It was cut off: as far as it goes.
      return (
        <div className={classes.column}>
          {!body.truncated && !isJsonLines(text) && (
            <Text size="xs" c="dimmed">
              {details.brokenJson}
            </Text>
          )}
          <CodeView text={prettyJson(text)} language={language} />
        </div>
      );
    case 'graphql':
      return <GraphqlView text={text} />;
    case 'markup':
      return <CodeView text={prettyMarkup(text, false)} language="xml" />;
    case 'csv':
      return <CsvView text={text} />;
    case 'form':
      return <FormView text={text} atEpochMs={atEpochMs} />;
    case 'multipart':
      return <PartsView text={text} mimeType={mimeType} atEpochMs={atEpochMs} />;
    case 'token':
      return (
        <>
          <TokenTimes text={text} atEpochMs={atEpochMs} />
          {webTokens(text).map((token) => (
            <TokenParts key={token.at} token={token} />
          ))}
        </>
      );
    case 'events':
    case 'text':
      return (
        <pre className={classes.body}>
          <Masked text={text} />
        </pre>
      );
  }
}

const EMPTY = new Uint8Array();

/** Whether each line is JSON of its own. Spec: jsonlines.org. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  return second.trim() !== '' && readJson(first) !== undefined;
}

function GraphqlView({ text }: { readonly text: string }) {
  const { details } = useWords();
  const requests = graphqlRequests(text);
  if (requests.length === 0) return <JsonTree text={text} label="JSON" fills />;
  return requests.map(({ operation, document, variables }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a batch can hold one twice
    <section key={at}>
      <SectionTitle>{operation}</SectionTitle>
      <pre className={classes.body}>
        <Masked text={document} />
      </pre>
      {variables !== undefined && (
        <>
          <SectionTitle>{details.variables}</SectionTitle>
          <JsonTree text={variables} label={details.variables} />
        </>
      )}
    </section>
  ));
}

/** Names and values of a form; a SAML message in it as XML. */
export function FormView({
  text,
  atEpochMs,
}: {
  readonly text: string;
  readonly atEpochMs: number | undefined;
}) {
  const { details } = useWords();
  const fields = formFields(text);
  return (
    <>
      <FieldList title={details.form} fields={fields} atEpochMs={atEpochMs} />
      {fields.filter(isSamlField).map(({ name, value }) => (
        <SamlView key={name} name={name} value={value} />
      ))}
    </>
  );
}

interface PartsViewProps {
  readonly text: string;
  readonly mimeType: string;
  readonly atEpochMs: number | undefined;
}

/** Each part of a multipart content with its fields. */
export function PartsView({ text, mimeType, atEpochMs }: PartsViewProps) {
  const { details } = useWords();
  const parts = multipartParts(text, mimeType);
  if (parts.length === 0)
    return (
      <pre className={classes.body}>
        <Masked text={text} />
      </pre>
    );
  return parts.map(({ name, fileName, fields, text: content }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their place
    <section key={at}>
      <FieldList
        title={[name ?? details.part(at + 1), fileName].filter(Boolean).join(' · ')}
        fields={fields}
        explains="headers"
        atEpochMs={atEpochMs}
      />
      {readJson(content) !== undefined && /^\s*[[{]/.test(content) ? (
        <JsonTree text={content} label={name ?? ''} />
      ) : (
        <pre className={classes.body}>
          <Masked text={content} />
        </pre>
      )}
    </section>
  ));
}
