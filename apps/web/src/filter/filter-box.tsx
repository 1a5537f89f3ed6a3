import { describeFilter, parseFilter } from '@harrier/analyze';
import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type CaptureTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';
import { type Suggestion, suggestionsFor, typedWord } from './suggestions.ts';
import { tellFilter } from './words/filter-words.ts';
import { useFilterWords } from './words/use-filter-words.ts';

export const FILTER_BOX = 'filter-box';

/** Between the box and what it offers. */
const OFFSET_PX = 8;
/** The line that says what is wrong with a filter. */
const PROBLEM_PX = 22;

/** The box for filters. It offers what the parser's own table knows, each with its meaning. */
export function FilterBox({ tab }: { readonly tab: CaptureTab }) {
  const words = useWords();
  const ask = useOpenCaptures((state) => state.ask);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { filter } = tab.question;
  const caret = input.current?.selectionStart ?? filter.length;
  const word = typedWord(filter, Math.min(caret, filter.length));
  // The rows come first: what could be typed on is drawn once they are there.
  const deferred = useDeferredValue(combobox.dropdownOpened ? word.text : undefined);
  const [chosenFrom, setChosenFrom] = useState<string>();
  const offeredFor = combobox.dropdownOpened && chosenFrom === word.text ? chosenFrom : deferred;
  const suggestions = useMemo(
    () => (offeredFor === undefined ? [] : suggestionsFor(offeredFor, tab.index)),
    [offeredFor, tab.index],
  );
  const problem = tab.view?.problems.find(({ severity }) => severity === 'error');
  const take = (text: string): void => {
    const isWhole = !text.endsWith(':') && !text.endsWith('[');
    const next = `${filter.slice(0, word.start)}${text}${isWhole ? ' ' : ''}${filter.slice(word.end).trimStart()}`;
    const at = word.start + text.length + (isWhole ? 1 : 0);
    // At once: whoever types on would find the caret moved behind what is typed meanwhile.
    flushSync(() => void ask(tab.id, { filter: next }));
    input.current?.focus();
    input.current?.setSelectionRange(at, at);
    if (isWhole) combobox.closeDropdown();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={take}
      withinPortal
      position="bottom-start"
      // What is wrong stands right below the box, where the offers would lie on it.
      offset={problem === undefined ? OFFSET_PX : OFFSET_PX + PROBLEM_PX}
    >
      <Combobox.Target>
        <TextInput
          ref={input}
          id={FILTER_BOX}
          flex={1}
          size="xs"
          ff="monospace"
          autoComplete="off"
          spellCheck={false}
          aria-label={words.filter.label}
          placeholder={words.filter.placeholder}
          value={filter}
          error={problem === undefined ? undefined : words.bench.filter.problems[problem.code]}
          onChange={(event) => {
            void ask(tab.id, { filter: event.currentTarget.value });
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // Whoever chooses means the offers for what stands here now, not those for half of it.
            const isChoosing = event.key === 'ArrowDown' || event.key === 'ArrowUp';
            if (isChoosing && offeredFor !== word.text) flushSync(() => setChosenFrom(word.text));
            if (event.key !== 'Escape') return;
            // What is drawn may be an answer to what stood here before.
            const offers = combobox.dropdownOpened && suggestionsFor(word.text, tab.index).length > 0;
            if (offers) combobox.closeDropdown();
            else event.currentTarget.blur();
            event.stopPropagation();
          }}
        />
      </Combobox.Target>
      <Suggestions suggestions={suggestions} />
    </Combobox>
  );
}

/** What the word could become. Drawn again only when that is something else. */
const Suggestions = memo(function Suggestions({
  suggestions,
}: {
  readonly suggestions: readonly Suggestion[];
}) {
  const filterWords = useFilterWords();
  return (
    <Combobox.Dropdown hidden={suggestions.length === 0} miw={380}>
      <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
        {suggestions.map((suggestion) => (
          <Combobox.Option key={suggestion.text} value={suggestion.text} py={2}>
            <Text span size="sm" ff="monospace">
              {suggestion.text}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {meaningOf(suggestion, filterWords)}
            </Text>
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
});

function meaningOf({ text, key, mark }: Suggestion, words: ReturnType<typeof useFilterWords>): string {
  if (mark !== undefined) return words.marks[mark] ?? '';
  if (text.endsWith(':') || text.endsWith('[')) return words.keys[key] ?? '';
  return tellFilter(describeFilter(parseFilter(text).ast), words);
}
