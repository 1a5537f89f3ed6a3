import { CopyButton, UnstyledButton } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import classes from '../case-area.module.css';

interface DigestProps {
  readonly value: string;
  /** What it is, for those who hear it. */
  readonly label: string;
  /** Characters that are shown; default 12. */
  readonly chars?: number;
}

/** The beginning of a long id or digest; a click copies all of it. */
export function Digest({ value, label, chars = 12 }: DigestProps) {
  const { answer } = useWords();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={classes.mono}
          title={value}
          aria-label={`${answer.copy}: ${label} ${value.slice(0, chars)}`}
          onClick={copy}
        >
          {copied ? `${answer.copied} ✓` : value.length > chars ? `${value.slice(0, chars)}…` : value}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
