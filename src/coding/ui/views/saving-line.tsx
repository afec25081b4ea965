import { Button, Notice, useText } from '../../../../web/kit/index.ts'
import type { useAutosave } from './use-autosave.ts'

/** Whether what is written is kept; and what to do where somebody was faster. */
export function SavingLine({ saving }: { saving: ReturnType<typeof useAutosave> }) {
  const t = useText()
  if (saving.state !== 'changed elsewhere')
    return (
      <p role="status" className="text-sm text-soft">
        {t(`coding.views.saving.${saving.state}`)}
      </p>
    )
  return (
    <Notice
      look="warning"
      title={t('coding.views.saving.changed')}
      action={
        <>
          <Button onPress={() => void saving.readTheirs()}>{t('coding.views.saving.read.theirs')}</Button>
          <Button onPress={() => void saving.putMineOver()}>{t('coding.views.saving.put.mine')}</Button>
        </>
      }
    >
      {t('coding.views.saving.changed.todo')}
    </Notice>
  )
}
