import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';
import { Masked } from './field-list.tsx';

/** More are not put into the page at once. */
const MAX_MESSAGES = 2000;

/** Messages of a WebSocket or an event stream in their order. */
export function MessagesTab({ entry }: TabProps) {
  const { details } = useWords();
  const messages = [
    ...(entry.webSocketMessages ?? []).map(({ type, data, epochMs }) => ({
      sign: type === 'send' ? '↑' : type === 'receive' ? '↓' : '✕',
      data,
      epochMs,
    })),
    ...(entry.eventSourceMessages ?? []).map(({ eventName, data = '', epochMs }) => ({
      sign: '↓',
      data: eventName === undefined ? data : `${eventName}: ${data}`,
      epochMs,
    })),
  ];
  if (messages.length === 0) return <Text c="dimmed">{details.nothing}</Text>;
  return messages.slice(0, MAX_MESSAGES).map(({ sign, data, epochMs }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: messages repeat
    <div key={at} className={classes.value}>
      {sign} {epochMs === undefined ? '' : new Date(epochMs).toISOString().slice(11, 23)}{' '}
      <Masked text={data} />
    </div>
  ));
}
