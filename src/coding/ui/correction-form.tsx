import { useRef, useState } from 'react'
import { Button, Form, TextArea, useText, useWorkspace } from '../../../web/kit/index.ts'
import { toCodepoints } from '../anchor-codepoints.ts'
import { useCorrect, type UtteranceShown } from './coding-data.ts'

type CorrectionProps = {
  utterance: UtteranceShown
  onDone: () => void
  /** The turn as it is written now, and before which codepoint it is to be split. */
  onSplit: (utterance: UtteranceShown, at: number) => void
}

/** The words of one turn, to correct in place or to split at the cursor. Escape leaves them as they were. */
export function CorrectionForm({ utterance: newest, onDone, onSplit }: CorrectionProps) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const correct = useCorrect()
  const box = useRef<HTMLDivElement>(null)
  // What is corrected stays what was read: who was faster meanwhile is not written over unseen.
  const [utterance] = useState(newest)
  const { utteranceId, version } = utterance
  const save = (text: string) =>
    correct.mutateAsync({ path: { workspaceId, utteranceId }, body: { text, version } })
  const split = async () => {
    const field = box.current?.querySelector('textarea')
    if (!field) return
    const before = field.value.slice(0, field.selectionStart).trimStart()
    const text = field.value.trim()
    const saved = text === utterance.text ? { version } : await save(text)
    onSplit({ ...utterance, text, ...saved }, toCodepoints(before, before.length))
  }
  return (
    <div ref={box} className="pt-2">
      <Form
        problem={correct.error}
        onSubmit={async ({ text = '' }) => {
          await save(text)
          onDone()
        }}
      >
        <TextArea
          name="text"
          label={t('coding.correct.words')}
          description={t('coding.correct.hint')}
          defaultValue={utterance.text}
          isRequired
          autoFocus
          onKeyDown={(event) => event.key === 'Escape' && onDone()}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" isDisabled={correct.isPending}>
            {t('kit.save')}
          </Button>
          <Button isDisabled={correct.isPending} onPress={() => void split().catch(() => undefined)}>
            {t('coding.turns.split')}
          </Button>
          <Button look="quiet" onPress={onDone}>
            {t('kit.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
