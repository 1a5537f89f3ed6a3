import { explainHeader } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { Fragment, type ReactNode, useState } from 'react';
import { TokenTimes } from '../preview/token-view.tsx';
import { useLanguage } from '../words/use-words.ts';
import classes from './details.module.css';
import { Explains } from './explains.tsx';
import { SectionTitle } from './section-title.tsx';
import { Masked } from './values/masked.tsx';

interface NamedText {
  readonly name: string;
  readonly value: string;
  /** Where it stands in the entry, as findings name it (RFC 6901). */
  readonly pointer?: string;
  /** The page of the knowledge base on the value. */
  readonly topic?: string | undefined;
}

interface FieldListProps {
  readonly title: ReactNode;
  readonly fields: readonly NamedText[];
  /** Names are header fields: those that are known are explained. */
  readonly explains?: 'headers';
  /** Where the list stands in the entry, for fields that do not say it themselves. */
  readonly pointer?: string;
  /** When tokens in values were looked at, ms since 1970: whether they had expired then. */
  readonly atEpochMs?: number | undefined;
  /** Shows a value otherwise; undefined = as text. */
  readonly show?: (field: NamedText) => ReactNode;
}

/** Names and values in their order, repeated ones included. What is masked is a lock. */
export function FieldList({ title, fields, pointer, explains, atEpochMs, show }: FieldListProps) {
  if (fields.length === 0) return null;
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <dl className={classes.fields}>
        {fields.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name can stand there twice
          <Fragment key={at}>
            <FieldName name={field.name} isHeader={explains === 'headers'} />
            <dd
              className={classes.value}
              data-pointer={field.pointer ?? (pointer === undefined ? undefined : `${pointer}/${at}`)}
            >
              {field.topic === undefined ? (
                (show?.(field) ?? <Masked text={field.value} />)
              ) : (
                <Explains topic={field.topic}>{field.value}</Explains>
              )}
              <TokenTimes text={field.value} atEpochMs={atEpochMs} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

/** A name, and what it means: a card on hover and focus, and one sentence kept in view at a click or with the Enter key. */
function FieldName({ name, isHeader }: { readonly name: string; readonly isHeader: boolean }) {
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const meaning = isHeader ? explainHeader(name, words(language)) : undefined;
  if (meaning === undefined) return <dt>{name}</dt>;
  return (
    <>
      {isOpen && (
        <dd className={classes.meaning}>
          {meaning.meaning} ({meaning.source})
        </dd>
      )}
      <dt>
        <button
          type="button"
          className={classes.explained}
          data-topic={`header/${meaning.name}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {name}
        </button>
      </dt>
    </>
  );
}
