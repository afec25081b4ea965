import { useState } from 'react'
import {
  Button,
  Form,
  Link,
  Notice,
  PageHeader,
  TextField,
  useGo,
  useRefreshSession,
  useSearchValue,
  useText,
} from '../../../web/kit/index.ts'
import { useSecondFactor, useSetupState, useSignIn } from './account-data.ts'
import { safeNext } from './link-token.ts'
import { PasswordField } from './password-field.tsx'

/** E-mail and password, and where it is on, the second factor. */
export function Page() {
  const t = useText()
  const go = useGo()
  const refreshSession = useRefreshSession()
  const [next] = useSearchValue('next')
  const state = useSetupState()
  const [step, setStep] = useState<'password' | 'second factor'>('password')
  const enter = async () => {
    await refreshSession()
    go(safeNext(next), { replace: true })
  }
  if (step === 'second factor') return <SecondFactor onDone={enter} onAgain={() => setStep('password')} />
  return (
    <>
      <PageHeader title={t('workspace.sign-in.title')} />
      {state.data?.isSetUp === false && (
        <div className="mb-6">
          <Notice title={t('workspace.setup.needed')}>{t('workspace.setup.no.link.todo')}</Notice>
        </div>
      )}
      <Password onDone={enter} onSecondFactor={() => setStep('second factor')} />
      <p className="mt-6 text-sm">
        <Link href="/forgot-password">{t('workspace.forgot.link')}</Link>
      </p>
    </>
  )
}

function Password(props: { onDone: () => Promise<void>; onSecondFactor: () => void }) {
  const t = useText()
  const signIn = useSignIn()
  return (
    <Form
      problem={signIn.error}
      onSubmit={async ({ email = '', password = '' }) => {
        const { state } = await signIn.mutateAsync({ body: { email, password } })
        if (state === 'second factor') props.onSecondFactor()
        else await props.onDone()
      }}
    >
      <TextField
        name="email"
        label={t('workspace.your.email')}
        type="email"
        autoComplete="username"
        isRequired
        autoFocus
      />
      <PasswordField name="password" label={t('workspace.password')} />
      <Button type="submit" look="primary" isPending={signIn.isPending}>
        {t('workspace.sign-in.do')}
      </Button>
    </Form>
  )
}

function SecondFactor({ onDone, onAgain }: { onDone: () => Promise<void>; onAgain: () => void }) {
  const t = useText()
  const check = useSecondFactor()
  const [by, setBy] = useState<'app' | 'recovery code'>('app')
  const isApp = by === 'app'
  return (
    <>
      <PageHeader title={t('workspace.second.title')} lead={t('workspace.second.lead')} />
      <Form
        problem={check.error}
        onSubmit={async ({ code = '' }) => {
          await check.mutateAsync({ body: { code, by } })
          await onDone()
        }}
      >
        <TextField
          key={by}
          name="code"
          label={isApp ? t('workspace.second.code') : t('workspace.second.recovery')}
          autoComplete="one-time-code"
          inputMode={isApp ? 'numeric' : 'text'}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={check.isPending}>
          {t('workspace.sign-in.do')}
        </Button>
      </Form>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button look="quiet" onPress={() => setBy(isApp ? 'recovery code' : 'app')}>
          {isApp ? t('workspace.second.by.recovery') : t('workspace.second.by.app')}
        </Button>
        <Button look="quiet" onPress={onAgain}>
          {t('workspace.second.again')}
        </Button>
      </div>
      <p className="mt-6 max-w-prose text-sm text-soft">{t('workspace.second.lost')}</p>
    </>
  )
}
