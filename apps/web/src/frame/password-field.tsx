import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** A password, with its button to look at it named in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { bench } = useWords();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': bench.open.showPassword }} {...props} />;
}
