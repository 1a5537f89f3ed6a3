import { describeFilter, type FilterNode, parseFilter, printFilter } from '@harrier/analyze';
import { CloseButton, Text } from '@mantine/core';
import { useMemo } from 'react';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';
import classes from './filter.module.css';
import { tellFilter } from './words/filter-words.ts';
import { useFilterWords } from './words/use-filter-words.ts';

/** Each condition of the filter in words, and what removes it. */
export function FilterChips({ tab }: { readonly tab: CaptureTab }) {
  const { bench } = useWords();
  const words = useFilterWords();
  const ask = useOpenCaptures((state) => state.ask);
  const { filter } = tab.question;
  const parts = useMemo((): readonly FilterNode[] => {
    const { ast } = parseFilter(filter);
    return ast.type === 'and' ? ast.parts : [ast];
  }, [filter]);
  return (
    <>
      {parts.map((part, at) => {
        const text = tellFilter(describeFilter(part), words);
        const rest: FilterNode = { type: 'and', parts: parts.filter((other) => other !== part) };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions can be the same
          <span key={at} className={`no-print ${classes.chip}`}>
            <Text span size="xs" truncate title={text}>
              {text}
            </Text>
            <CloseButton
              size={24}
              aria-label={bench.filter.remove(text)}
              onClick={() => void ask(tab.id, { filter: printFilter(rest) })}
            />
          </span>
        );
      })}
    </>
  );
}
