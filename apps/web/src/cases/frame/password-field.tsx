import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useCaseWords } from '../words/use-case-words.ts';

/** A password, with its button to look at it named in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { signIn: words } = useCaseWords();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': words.showPassword }} {...props} />;
}
