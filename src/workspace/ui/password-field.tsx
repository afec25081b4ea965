import { TextField, useText } from '../../../web/kit/index.ts'

/** A password somebody chooses. */
export function NewPasswordField({ name, label }: { name: string; label: string }) {
  const t = useText()
  return (
    <TextField
      name={name}
      label={label}
      description={t('workspace.password.hint')}
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      isRequired
    />
  )
}

/** A password somebody has. */
export function PasswordField({ name, label }: { name: string; label: string }) {
  return (
    <TextField
      name={name}
      label={label}
      type="password"
      autoComplete="current-password"
      maxLength={200}
      isRequired
    />
  )
}
