import { Button, Form, TextArea, useText, useWorkspace } from '../../../web/kit/index.ts'
import { useCorrect, type UtteranceShown } from './coding-data.ts'

/** The words of one turn, to correct in place. Escape leaves them as they were. */
export function CorrectionForm({ utterance, onDone }: { utterance: UtteranceShown; onDone: () => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const correct = useCorrect()
  const { utteranceId, version } = utterance
  return (
    <div className="pt-2">
      <Form
        problem={correct.error}
        onSubmit={async ({ text = '' }) => {
          await correct.mutateAsync({ path: { workspaceId, utteranceId }, body: { text, version } })
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
        <div className="flex gap-2">
          <Button type="submit" look="primary" isDisabled={correct.isPending}>
            {t('kit.save')}
          </Button>
          <Button look="quiet" onPress={onDone}>
            {t('kit.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
