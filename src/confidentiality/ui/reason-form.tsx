import type { ReactNode } from 'react'
import { Button, Form, TextArea, useText } from '../../../web/kit/index.ts'

type Asking = {
  problem: unknown
  isPending: boolean
  /** What its button does. */
  children: ReactNode
  onGive: (reason: string) => Promise<void>
}

/** Why the privacy officer opens what was replaced: asked first, kept in the audit trail. */
export function ReasonForm({ problem, isPending, children, onGive }: Asking) {
  const t = useText()
  return (
    <Form problem={problem} onSubmit={({ reason = '' }) => onGive(reason)}>
      <TextArea
        name="reason"
        label={t('confidentiality.reason')}
        description={t('confidentiality.reason.hint')}
        minLength={5}
        maxLength={500}
        isRequired
        autoFocus
      />
      <Button type="submit" look="primary" isPending={isPending}>
        {children}
      </Button>
    </Form>
  )
}
