import { Group, Kbd, Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { activeTab, useOpenCaptures } from '../captures/open-captures.ts';
import { useWords } from '../words/use-words.ts';
import { type Command, commands, type PageActions } from './command-table.ts';
import classes from './commands.module.css';
import { useOverlay } from './overlay.ts';

/** Every command by its name. While it is closed, nothing of it is drawn. */
export function CommandPalette({ page }: { readonly page: PageActions }) {
  const isOpen = useOverlay(({ shown }) => shown === 'palette');
  return isOpen && <OpenPalette page={page} />;
}

/** Type a part of a name, choose with the arrows. */
function OpenPalette({ page }: { readonly page: PageActions }) {
  const { bench, details } = useWords();
  const show = useOverlay((state) => state.show);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const tab = useOpenCaptures(activeTab);
  const fits = commands.filter(
    ({ name, needsCapture }) =>
      name !== 'palette' &&
      (tab !== undefined || needsCapture !== true) &&
      bench.commands.names[name].toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const close = (): void => show(undefined);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    close();
    // The palette gives the focus back first.
    requestAnimationFrame(() => command.run(tab, page));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={bench.commands.palette}
      closeButtonProps={{ 'aria-label': details.close }}
      transitionProps={{ duration: 0 }}
    >
      <TextInput
        // At once: the dialog waits for a turn before it looks for what has to be focused, and letters that come before it are commands.
        autoFocus
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={fits[at] === undefined ? '' : `command-${fits[at].name}`}
        aria-label={bench.commands.palette}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') run(fits[at]);
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0 || fits.length === 0) return;
          event.preventDefault();
          setAt((at + step + fits.length) % fits.length);
        }}
      />
      <div id="commands" role="listbox" aria-label={bench.commands.palette} className={classes.list}>
        {fits.length === 0 && <Text c="dimmed">{bench.commands.nothing}</Text>}
        {fits.map((command, place) => (
          <UnstyledButton
            key={command.name}
            id={`command-${command.name}`}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            className={classes.command}
            onClick={() => run(command)}
          >
            {bench.commands.names[command.name]}
            <Keys keys={command.keys.slice(0, 1)} />
          </UnstyledButton>
        ))}
      </div>
    </Modal>
  );
}

/** All keys. */
export function KeyHelp() {
  const isOpen = useOverlay(({ shown }) => shown === 'help');
  return isOpen && <OpenHelp />;
}

/** Keys of single places of the page. */
const PLACES = [
  ['tabs', ['1', '…', '9', '0']],
  ['value', ['u']],
  ['column', ['shift+←', 'shift+→']],
] as const;

function OpenHelp() {
  const { bench, details } = useWords();
  const show = useOverlay((state) => state.show);
  return (
    <Modal
      opened
      onClose={() => show(undefined)}
      title={bench.commands.help}
      closeButtonProps={{ 'aria-label': details.close }}
      size="lg"
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.help}>
        {commands.map(({ name, keys }) => (
          <div key={name} className={classes.command}>
            {bench.commands.names[name]}
            <Keys keys={keys.filter((key) => !/^shift\+[\W\d]|^=$/.test(key))} />
          </div>
        ))}
        {PLACES.map(([name, keys]) => (
          <div key={name} className={classes.command}>
            {bench.commands.inPlaces[name]}
            <Keys keys={keys} />
          </div>
        ))}
      </div>
    </Modal>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <Group gap={4} wrap="nowrap">
      {keys.map((key) => (
        <Kbd key={key} size="xs">
          {shownKey(key)}
        </Kbd>
      ))}
    </Group>
  );
}

/** As it stands on a keyboard: `shift+E` is `E`, `mod` is Ctrl. */
function shownKey(key: string): string {
  const arrows: Readonly<Record<string, string>> = {
    ArrowDown: '↓',
    ArrowUp: '↑',
    Escape: 'Esc',
    Enter: '↵',
  };
  if (arrows[key] !== undefined) return arrows[key];
  if (key === '[plus]') return '+';
  return key
    .replace(/^shift\+(\w)$/, '$1')
    .replace('mod+', 'Ctrl ')
    .replace('shift+', '⇧ ');
}
