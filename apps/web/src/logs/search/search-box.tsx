import { Button, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import type { FormEvent } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { LogScope } from './log-search.ts';
import classes from './search.module.css';

/** The id of the box, for the key that leads there. */
export const LOG_BOX = 'log-search';

interface SearchBoxProps {
  readonly text: string;
  readonly scope: LogScope;
  readonly level: 'call' | 'request' | 'session';
  readonly isSearching: boolean;
  readonly onText: (text: string) => void;
  readonly onSearch: (change?: Partial<Pick<SearchBoxProps, 'scope' | 'level'>>) => void;
  readonly onStop: () => void;
}

/** One box for ids in any spelling, pasted lines and words; where and how wide stand beside it. */
export function SearchBox({ text, scope, level, isSearching, onText, onSearch, onStop }: SearchBoxProps) {
  const {
    logs: { box },
  } = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch();
  };
  return (
    <search>
      <form className={classes.box} onSubmit={submit}>
        <TextInput
          id={LOG_BOX}
          className={classes.input}
          size="xs"
          aria-label={box.label}
          placeholder={box.placeholder}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {isSearching ? (
          <Button size="xs" variant="default" onClick={onStop}>
            {box.stop}
          </Button>
        ) : (
          <Button size="xs" type="submit">
            {box.search}
          </Button>
        )}
        <SegmentedControl
          size="xs"
          aria-label={box.scope}
          value={scope}
          onChange={(next) => onSearch({ scope: next as LogScope })}
          data={(['source', 'global'] as const).map((value) => ({
            value,
            label: (
              <Tooltip label={box.scopeMeanings[value]} openDelay={400}>
                <span>{box.scopes[value]}</span>
              </Tooltip>
            ),
          }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={box.level}
          value={level}
          onChange={(next) => onSearch({ level: next as SearchBoxProps['level'] })}
          data={(['call', 'request', 'session'] as const).map((value) => ({
            value,
            label: (
              <Tooltip label={box.levelMeanings[value]} openDelay={400}>
                <span>{box.levels[value]}</span>
              </Tooltip>
            ),
          }))}
        />
      </form>
    </search>
  );
}
