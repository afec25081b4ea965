import { Button, ProblemNotice, useText, useToast, type Toast } from '../../../web/kit/index.ts'

type Props = {
  onRemove: () => Promise<unknown>
  isPending: boolean
  problem: unknown
  /** What is said afterwards, with the way back. */
  done: Toast
  onRemoved: () => void
}

/** Removes at once, says so and offers to take it back. */
export function RemoveButton({ onRemove, isPending, problem, done, onRemoved }: Props) {
  const t = useText()
  const toast = useToast()
  const remove = async () => {
    await onRemove()
    toast(done)
    onRemoved()
  }
  return (
    <>
      <Button look="quiet" isPending={isPending} onPress={() => void remove().catch(() => undefined)}>
        {t('kit.remove')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
