import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { hasCases } from '../cases/place/has-server.ts';
import { useWords } from '../words/use-words.ts';
import classes from './rail.module.css';
import { type PageName, pageNames, useShownPage } from './shown-page.ts';

const SIGNS: Readonly<Record<PageName, string>> = {
  workbench: '☰',
  logs: '≡',
  cases: '▤',
  sanitize: '✂',
  compare: '⇄',
  escalate: '⇧',
  knowledge: '✱',
};

const shownNames = pageNames.filter((name) => name !== 'cases' || hasCases);

/** The pages, one below the other. */
export const Rail = memo(function Rail() {
  const { pages } = useWords();
  const { page, show } = useShownPage();
  return (
    <nav className={classes.rail} aria-label={pages.label}>
      {shownNames.map((name) => (
        <UnstyledButton
          key={name}
          className={classes.page}
          aria-current={name === page ? 'page' : undefined}
          onClick={() => show(name)}
        >
          <span aria-hidden className={classes.sign}>
            {SIGNS[name]}
          </span>
          {pages.names[name]}
        </UnstyledButton>
      ))}
    </nav>
  );
});
