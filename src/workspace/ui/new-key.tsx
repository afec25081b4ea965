import { useState } from 'react'
import {
  Button,
  Checkbox,
  CopyOnce,
  Form,
  Radio,
  RadioGroup,
  TextField,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { permissionNames, type Permission } from '../roles.ts'
import { useCreateKey } from './workspace-data.ts'

/** Makes a key and shows it, this once. */
export function NewKey() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [kind, setKind] = useState<'write' | 'secret'>('write')
  const create = useCreateKey()
  if (create.data)
    return (
      <div className="flex max-w-2xl flex-col gap-4">
        <CopyOnce
          label={kind === 'write' ? t('workspace.key.write') : t('workspace.key.secret')}
          secret={create.data.key}
        />
        <div>
          <Button onPress={() => create.reset()}>{t('workspace.key.another')}</Button>
        </div>
      </div>
    )
  return (
    <Form
      problem={create.error}
      onSubmit={({ name = '', ...rest }) =>
        create.mutateAsync({
          path: { workspaceId },
          body: kind === 'write' ? { kind, name } : { kind, name, scopes: chosenScopes(rest) },
        })
      }
    >
      <RadioGroup
        label={t('workspace.key.kind')}
        value={kind}
        onChange={(value) => setKind(value === 'write' ? 'write' : 'secret')}
        isRequired
      >
        <Radio value="write" description={t('workspace.key.write.hint')}>
          {t('workspace.key.write')}
        </Radio>
        <Radio value="secret" description={t('workspace.key.secret.hint')}>
          {t('workspace.key.secret')}
        </Radio>
      </RadioGroup>
      <TextField
        name="name"
        label={t('workspace.key.name')}
        description={t('workspace.key.name.hint')}
        maxLength={120}
        isRequired
      />
      {kind === 'secret' && <Scopes />}
      <Button type="submit" look="primary" isPending={create.isPending}>
        {t('workspace.key.do')}
      </Button>
    </Form>
  )
}

/** What a secret key may. The words are those that programs and docs/roles.md use, so they are not translated. */
function Scopes() {
  const t = useText()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium">{t('workspace.key.scopes')}</legend>
      <p className="text-sm text-soft">{t('workspace.key.scopes.hint')}</p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {permissionNames.map((permission) => (
          <Checkbox key={permission} name={permission} value="on">
            <code className="text-sm">{permission}</code>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

function chosenScopes(values: Record<string, string>): Permission[] {
  return permissionNames.filter((permission) => values[permission] === 'on')
}
