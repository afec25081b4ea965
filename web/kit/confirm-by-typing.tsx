import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { ProblemNotice } from './notice.tsx'
import { useText } from './text.tsx'

type ConfirmProps = {
  title: string
  /** What will be gone, for whom, and that it cannot be taken back. */
  children: ReactNode
  /** The word to type: the name of what is destroyed. */
  word: string
  confirmLabel: string
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
  isPending?: boolean
  problem?: unknown
}

/** For what cannot be undone: the reader types the name of what will be destroyed. */
export function ConfirmByTyping(props: ConfirmProps) {
  const t = useText()
  const { word, isOpen, onClose, onConfirm, isPending = false } = props
  const [typed, type] = useState('')
  const close = () => {
    type('')
    onClose()
  }
  const isRight = typed.trim() === word.trim()
  return (
    <Dialog
      title={props.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button look="danger" isDisabled={!isRight} isPending={isPending} onPress={onConfirm}>
            {props.confirmLabel}
          </Button>
          <Button onPress={close}>{t('kit.cancel')}</Button>
        </>
      }
    >
      <div className="text-sm text-soft">{props.children}</div>
      {props.problem !== undefined && props.problem !== null && <ProblemNotice problem={props.problem} />}
      <TextField
        label={t('kit.type.to.confirm', { word })}
        value={typed}
        onChange={type}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && isRight && !isPending) onConfirm()
        }}
        autoComplete="off"
        isRequired
        autoFocus
      />
    </Dialog>
  )
}
