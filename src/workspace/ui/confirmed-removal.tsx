import type { ReactNode } from 'react'
import { ConfirmByTyping, useToast } from '../../../web/kit/index.ts'

type ConfirmedRemovalProps<Call> = {
  title: string
  /** What has to be typed: the name of what goes. */
  word: string
  /** What the button says. */
  label: string
  /** What is said afterwards. */
  done: string
  mutation: {
    mutate: (call: Call, options: { onSuccess: () => void }) => void
    isPending: boolean
    error: unknown
  }
  call: Call
  onClose: () => void
  children: ReactNode
}

/** Takes somebody's or something's way in away, once its name has been typed. */
export function ConfirmedRemoval<Call>(props: ConfirmedRemovalProps<Call>) {
  const { title, word, label, done, mutation, call, onClose, children } = props
  const toast = useToast()
  const onSuccess = () => {
    toast({ text: done })
    onClose()
  }
  return (
    <ConfirmByTyping
      title={title}
      word={word}
      confirmLabel={label}
      isOpen
      onClose={onClose}
      isPending={mutation.isPending}
      problem={mutation.error}
      onConfirm={() => mutation.mutate(call, { onSuccess })}
    >
      {children}
    </ConfirmByTyping>
  )
}
