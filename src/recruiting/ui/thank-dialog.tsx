import { useState } from 'react'
import {
  Button,
  Dialog,
  Form,
  ProblemNotice,
  Select,
  TextField,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { currencies } from '../recruiting.schema.ts'
import { useMailThanks, useRecordThanks } from './recruiting-data.ts'

/** Writes down what somebody got, or mails them a thank-you. */
export function ThankDialog(given: { participantId: string; who: string; onClose: () => void }) {
  const { participantId, who, onClose } = given
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const record = useRecordThanks()
  const mail = useMailThanks()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const [currency, setCurrency] = useState<(typeof currencies)[number]>('EUR')
  const path = { workspaceId, participantId }
  return (
    <Dialog title={t('recruiting.thank.title', { who })} isOpen onClose={onClose}>
      <Form
        problem={record.error}
        onSubmit={async ({ what = '', amount = '', how = '', givenOn = '' }) => {
          const hundredths = amount.trim() === '' ? null : Math.round(Number(amount.replace(',', '.')) * 100)
          await record.mutateAsync({
            path,
            body: { what, amount: hundredths, currency: hundredths === null ? null : currency, how, givenOn },
          })
          toast({ text: t('recruiting.thank.done') })
          onClose()
        }}
      >
        <TextField
          name="what"
          label={t('recruiting.thank.what')}
          description={t('recruiting.thank.what.hint')}
          isRequired
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            name="amount"
            inputMode="decimal"
            label={t('recruiting.thank.amount')}
            validate={(amount) =>
              /^(?:\d+(?:[.,]\d{1,2})?)?$/.test(amount.trim()) ? null : t('kit.field.wrong-form')
            }
          />
          <Select
            label={t('recruiting.thank.currency')}
            options={currencies.map((id) => ({ id, label: id }))}
            value={currency}
            onChange={(id) => setCurrency(currencies.find((known) => known === id) ?? 'EUR')}
          />
        </div>
        <TextField name="how" label={t('recruiting.thank.how')} />
        <TextField
          name="givenOn"
          type="date"
          isRequired
          defaultValue={today}
          label={t('recruiting.thank.when')}
        />
        <Button type="submit" look="primary" isPending={record.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
      <div className="mt-4 border-t border-line pt-4">
        <p className="mb-2 text-sm text-soft">{t('recruiting.thank.mail.lead')}</p>
        {mail.error && <ProblemNotice problem={mail.error} />}
        <Button
          isPending={mail.isPending}
          onPress={() =>
            mail.mutate(
              { path },
              {
                onSuccess: () => {
                  toast({ text: t('recruiting.thank.mailed') })
                  onClose()
                },
              },
            )
          }
        >
          {t('recruiting.thank.mail')}
        </Button>
      </div>
    </Dialog>
  )
}
