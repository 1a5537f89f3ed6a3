import type { PasswordInputProps } from '@mantine/core';
import { PasswordField } from '../../frame/password-field.tsx';

interface NewPasswordFieldProps extends Omit<PasswordInputProps, 'onChange' | 'value'> {
  readonly value: string;
  readonly onText: (password: string) => void;
}

/** A password that is chosen here. The server holds it against the same bounds, and against words that everybody chooses. */
export function NewPasswordField({ onText, ...others }: NewPasswordFieldProps) {
  return (
    <PasswordField
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={256}
      onChange={(event) => onText(event.currentTarget.value)}
      {...others}
    />
  );
}
