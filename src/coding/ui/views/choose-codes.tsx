import { Button, ComboBox, useText } from '../../../../web/kit/index.ts'
import { useCodes } from '../coding-data.ts'

type Choosing = {
  label: string
  studyId: string
  chosen: readonly string[]
  onChange: (codeIds: string[]) => void
}

/** Several codes, one after another; each can be put away again. */
export function ChooseCodes({ label, studyId, chosen, onChange }: Choosing) {
  const t = useText()
  const codes = useCodes(studyId)
  const all = codes.data?.codes ?? []
  const names = new Map<string, string>(all.map(({ codeId, label }) => [codeId, label]))
  return (
    <div className="flex flex-col gap-2">
      <div className="max-w-sm">
        <ComboBox
          label={label}
          options={all
            .filter(({ codeId }) => !chosen.includes(codeId))
            .map(({ codeId, label }) => ({ id: codeId, label }))}
          onChange={(id) => onChange([...chosen, id])}
          clearsOnChoice
        />
      </div>
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((id) => (
            <li key={id}>
              <Button
                icon="close"
                iconAt="end"
                aria-label={t('coding.views.code.away', { name: names.get(id) ?? '' })}
                onPress={() => onChange(chosen.filter((one) => one !== id))}
              >
                <span className="wrap-anywhere">{names.get(id) ?? '…'}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Codes in the address, with commas between them. */
export const codesOf = (text: string | undefined) =>
  text === undefined || text === '' ? [] : text.split(',')
