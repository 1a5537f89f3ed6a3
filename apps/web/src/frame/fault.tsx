import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

interface FaultBoundaryProps {
  /** What it holds: with something else in it, the fault is past. */
  readonly of: string | number | undefined;
  readonly children: ReactNode;
}

interface FaultBoundaryState {
  readonly of: string | number | undefined;
  readonly isBroken: boolean;
}

/**
 * Keeps a fault of ours where it happened. React takes the whole page away when a part cannot be drawn, and with it the captures
 * that are open.
 */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { of: this.props.of, isBroken: false };

  static getDerivedStateFromError(): Partial<FaultBoundaryState> {
    return { isBroken: true };
  }

  static getDerivedStateFromProps(
    { of }: FaultBoundaryProps,
    state: FaultBoundaryState,
  ): FaultBoundaryState | null {
    return of === state.of ? null : { of, isBroken: false };
  }

  override render(): ReactNode {
    return this.state.isBroken ? (
      <Fault onAgain={() => this.setState({ isBroken: false })} />
    ) : (
      this.props.children
    );
  }
}

/** Says that something broke by a fault of ours, which must look neither like an empty capture nor like a long wait. */
export function Fault({ onAgain }: { readonly onAgain: () => void }) {
  const { fault } = useWords().bench;
  return (
    <Stack component="main" p="lg" maw={720}>
      <Alert color="red" title={fault.title}>
        <Text size="sm">{fault.next}</Text>
      </Alert>
      <Group>
        <Button variant="default" onClick={onAgain}>
          {fault.again}
        </Button>
      </Group>
    </Stack>
  );
}
