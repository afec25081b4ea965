import { ProblemNotice, Section, Select, useMay, useText, useWorkspace } from '../../../../web/kit/index.ts'
import { CodeForce, CodeLevel, codeForces, codeLevels } from '../../coding.schema.ts'
import { useChangeCode, useCodes, type CodeShown } from '../coding-data.ts'

const nothing = 'none'

/** Which code stands for what: a level of a ladder, or a force. Kept at once; undo in the codebook takes it back. */
export function ReadingForm({ studyId, field }: { studyId: string; field: 'level' | 'force' }) {
  const t = useText()
  const mayCode = useMay('coding.write')
  const codes = useCodes(studyId)
  const all = codes.data?.codes ?? []
  if (!mayCode || all.length === 0) return null
  return (
    <Section title={t(`coding.views.reading.${field}.title`)} lead={t(`coding.views.reading.${field}.lead`)}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {all.map((code) => (
          <Choice key={code.codeId} code={code} field={field} />
        ))}
      </div>
    </Section>
  )
}

function Choice({ code, field }: { code: CodeShown; field: 'level' | 'force' }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeCode()
  const options = field === 'level' ? codeLevels : codeForces
  const bodyOf = (id: string) =>
    field === 'level'
      ? { level: CodeLevel.nullable().catch(null).parse(id) }
      : { force: CodeForce.nullable().catch(null).parse(id) }
  return (
    <div className="min-w-0">
      {change.error && <ProblemNotice problem={change.error} />}
      <Select
        label={code.label}
        value={code[field] ?? nothing}
        onChange={(id) => change.mutate({ path: { workspaceId, codeId: code.codeId }, body: bodyOf(id) })}
        isRequired
        options={[
          { id: nothing, label: t('coding.views.reading.none') },
          ...options.map((id) => ({
            id,
            label: t(field === 'level' ? `coding.level.${id}` : `coding.force.${id}`),
          })),
        ]}
      />
    </div>
  )
}
