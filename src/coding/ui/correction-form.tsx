import { useRef, useState } from 'react'
import {
  Button,
  Form,
  TextArea,
  TwoVersions,
  asProblem,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
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
  const [{ read: utterance, text: begun }, begin] = useState({ read: newest, text: newest.text })
  const [refused, refuse] = useState<string>()
  const { utteranceId, version } = utterance
  const save = async (text: string) => {
    try {
      return await correct.mutateAsync({ path: { workspaceId, utteranceId }, body: { text, version } })
    } catch (problem) {
      if (asProblem(problem).id === 'utterance-changed') refuse(text)
      throw problem
    }
  }
  if (refused !== undefined && newest.version !== version)
    return (
      <TwoVersions
        key={newest.version}
        title={t('coding.problem.utterance-changed')}
        choices={[{ id: 'text', label: t('coding.correct.words'), mine: refused, theirs: newest.text }]}
        onlyMine={[]}
        onlyTheirs={[]}
        onTake={(mine) => {
          begin({ read: newest, text: mine.length > 0 ? refused : newest.text })
          refuse(undefined)
          correct.reset()
        }}
      />
    )
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
          defaultValue={begun}
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
