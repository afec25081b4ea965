import { useState } from 'react'
import {
  Badge,
  Button,
  CopyOnce,
  Form,
  Link,
  Notice,
  TextField,
  useText,
  useToast,
} from '../../../web/kit/index.ts'
import {
  useBeginTwoFactor,
  useConfirmTwoFactor,
  useEndTwoFactor,
  useRenewRecoveryCodes,
} from './account-data.ts'
import { PasswordField } from './password-field.tsx'
import { QrCode } from './qr-code.tsx'

/** Turns two-factor sign-in on and off and gives new recovery codes. */
export function TwoFactor({ isOn, codesLeft }: { isOn: boolean; codesLeft: number }) {
  const t = useText()
  return (
    <div className="flex flex-col gap-5">
      <div>
        {isOn ? (
          <Badge look="good">{t('workspace.two-factor.on')}</Badge>
        ) : (
          <Badge>{t('workspace.two-factor.off')}</Badge>
        )}
      </div>
      {isOn ? <On codesLeft={codesLeft} /> : <Off />}
    </div>
  )
}

function Off() {
  const t = useText()
  const toast = useToast()
  const begin = useBeginTwoFactor()
  const confirm = useConfirmTwoFactor()
  if (!begin.data)
    return (
      <Form problem={begin.error} onSubmit={({ password = '' }) => begin.mutateAsync({ body: { password } })}>
        <PasswordField name="password" label={t('workspace.password.current')} />
        <Button type="submit" isPending={begin.isPending}>
          {t('workspace.two-factor.begin')}
        </Button>
      </Form>
    )
  const { secret, uri, recoveryCodes } = begin.data
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <p className="max-w-prose">{t('workspace.two-factor.app')}</p>
      <QrCode text={uri} label={t('workspace.two-factor.picture')} />
      <p className="max-w-prose">
        {t('workspace.two-factor.by.hand')}
        <br />
        <code className="font-mono text-lg break-all select-all">{inFours(secret)}</code>
      </p>
      <p className="text-sm">
        <Link href={uri}>{t('workspace.two-factor.open.app')}</Link>
      </p>
      <CopyOnce label={t('workspace.two-factor.recovery')} secret={recoveryCodes.join(' ')} />
      <Form
        problem={confirm.error}
        onSubmit={async ({ code = '' }) => {
          await confirm.mutateAsync({ body: { code } })
          toast({ text: t('workspace.two-factor.is.on') })
        }}
      >
        <TextField
          name="code"
          label={t('workspace.second.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
        />
        <Button type="submit" look="primary" isPending={confirm.isPending}>
          {t('workspace.two-factor.confirm')}
        </Button>
      </Form>
    </div>
  )
}

function On({ codesLeft }: { codesLeft: number }) {
  const t = useText()
  const toast = useToast()
  const end = useEndTwoFactor()
  const renew = useRenewRecoveryCodes()
  const [wants, setWants] = useState<'renew' | 'end'>()
  if (renew.data && wants === 'renew')
    return <CopyOnce label={t('workspace.two-factor.recovery')} secret={renew.data.recoveryCodes.join(' ')} />
  return (
    <>
      <p className="text-soft">{t('workspace.two-factor.left', { n: codesLeft })}</p>
      {codesLeft < 3 && <Notice look="warning" title={t('workspace.two-factor.few')} />}
      {wants === undefined ? (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setWants('renew')}>{t('workspace.two-factor.renew')}</Button>
          <Button look="danger" onPress={() => setWants('end')}>
            {t('workspace.two-factor.end')}
          </Button>
        </div>
      ) : (
        <Form
          problem={end.error ?? renew.error}
          onSubmit={async ({ password = '' }) => {
            if (wants === 'renew') return renew.mutateAsync({ body: { password } })
            await end.mutateAsync({ body: { password } })
            return toast({ text: t('workspace.two-factor.is.off') })
          }}
        >
          <PasswordField name="password" label={t('workspace.password.current')} />
          <Button type="submit" look={wants === 'end' ? 'danger' : 'primary'}>
            {wants === 'end' ? t('workspace.two-factor.end') : t('workspace.two-factor.renew')}
          </Button>
        </Form>
      )}
    </>
  )
}

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret
