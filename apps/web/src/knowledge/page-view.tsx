import type { Language } from '@harrier/knowledge';
import type { Block } from '@harrier/knowledge/pages';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './knowledge.module.css';
import { MarkedText } from './marked-text.tsx';
import { type ReadTopic, readTopic } from './read-topic.ts';
import { useShownTopic } from './shown-topic.ts';

/** One page of the knowledge base: its answer first, its sources last. */
export function PageView({ topic: { page, labels }, language }: { topic: ReadTopic; language: Language }) {
  return (
    <article className={classes.article} aria-label={page.title}>
      <h2>
        <MarkedText text={page.title} of={page.topic} />
      </h2>
      <p className={classes.lead}>
        <MarkedText text={page.lead} of={page.topic} />
      </p>
      {page.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a page never move
        <BlockView key={at} block={block} of={page.topic} language={language} />
      ))}
      <footer>
        <h3>{labels.headings.sources}</h3>
        <ul>
          {page.sources.map(({ document, licence }) => (
            <li key={document}>
              {document} ({licence ?? labels.values.factsOnly})
            </li>
          ))}
        </ul>
        <p>
          {labels.headings.asOf} <time>{page.asOf}</time>
        </p>
      </footer>
    </article>
  );
}

interface BlockViewProps {
  readonly block: Block;
  readonly of: string;
  readonly language: Language;
}

function BlockView({ block, of, language }: BlockViewProps): ReactNode {
  switch (block.kind) {
    case 'facts':
      return (
        <dl className={classes.facts}>
          {block.rows.map(([label, value]) => (
            <div key={label}>
              <dt>
                <MarkedText text={label} of={of} />
              </dt>
              <dd>
                <MarkedText text={value} of={of} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'text':
      return (
        <>
          <h3>{block.heading}</h3>
          <p>
            <MarkedText text={block.text} of={of} />
          </p>
        </>
      );
    case 'list':
    case 'steps': {
      const List = block.kind === 'list' ? 'ul' : 'ol';
      return (
        <>
          <h3>{block.heading}</h3>
          <List>
            {block.items.map((item) => (
              <li key={item}>
                <MarkedText text={item} of={of} />
              </li>
            ))}
          </List>
        </>
      );
    }
    case 'example':
      return (
        <>
          <h3>{block.heading}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
          <pre translate="no" tabIndex={0}>
            {block.text}
          </pre>
        </>
      );
    case 'table':
      return <FactTable heads={block.heads} rows={block.rows} of={of} />;
    case 'see':
      return <SeeAlso heading={block.heading} topics={block.topics} language={language} />;
  }
}

interface FactTableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly of: string;
}

function FactTable({ heads, rows, of }: FactTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <div className={classes.scroll} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...others]) => (
            <tr key={first}>
              <th scope="row">
                <MarkedText text={`\`${first}\``} of={of} />
              </th>
              {others.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Other pages by their titles, which stand in their books. */
function SeeAlso({
  heading,
  topics,
  language,
}: {
  heading: string;
  topics: readonly string[];
  language: Language;
}) {
  const open = useShownTopic((state) => state.open);
  const [titles, setTitles] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOld = false;
    void Promise.all(topics.map((topic) => readTopic(topic, language))).then((read) => {
      if (!isOld) setTitles(read.map((one) => one?.page.title ?? ''));
    });
    return () => {
      isOld = true;
    };
  }, [topics, language]);
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {topics.map((topic, at) => (
          <li key={topic}>
            <button type="button" className={classes.link} onClick={() => open(topic)}>
              {titles[at] || topic}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
