import type { CallFrame, CallStack } from '@harrier/har';
import { Text } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import classes from './details.module.css';
import type { TabProps } from './details.tsx';
import { isFrameworkFrame } from './framework-frames.ts';

/** Deeper chains of asynchronous stacks than this are loops or attacks. */
const DEEPEST = 50;

/** What caused the request: its call stack, with the frames of frameworks folded. */
export function InitiatorTab({ entry }: TabProps) {
  const { details } = useWords();
  const { initiator } = entry;
  if (initiator === undefined) return <Text c="dimmed">{details.nothing}</Text>;
  return (
    <>
      <Text>
        {initiator.type} {initiator.url}
      </Text>
      {stacksOf(initiator.stack).map((stack, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stack is known by its depth
        <div key={depth}>
          {stack.description !== undefined && <Text c="dimmed">({stack.description})</Text>}
          {foldedFrames(stack.callFrames).map((item, at) =>
            typeof item === 'number' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: frames repeat
              <Text key={at} c="dimmed" size="sm">
                {details.frameworkFrames(item)}
              </Text>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: frames repeat
              <div key={at} className={classes.value}>
                {item.functionName || '(anonymous)'} @ {item.url}:{item.lineNumber + 1}
              </div>
            ),
          )}
        </div>
      ))}
    </>
  );
}

function stacksOf(stack: CallStack | undefined): CallStack[] {
  const stacks: CallStack[] = [];
  for (let at = stack; at !== undefined && stacks.length < DEEPEST; at = at.parent) stacks.push(at);
  return stacks;
}

/** Frames, and in place of those of frameworks that follow each other, how many they are. */
function foldedFrames(frames: readonly CallFrame[]): (CallFrame | number)[] {
  const items: (CallFrame | number)[] = [];
  for (const frame of frames) {
    const last = items.at(-1);
    if (!isFrameworkFrame(frame)) items.push(frame);
    else if (typeof last === 'number') items[items.length - 1] = last + 1;
    else items.push(1);
  }
  return items;
}
