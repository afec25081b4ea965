import { PageHeader, Tabs, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import { BringIn } from './bring-in.tsx'
import { TakeOut } from './take-out.tsx'
import { TakenList } from './taken-list.tsx'

/** What leaves coding for other programs and readers, and what comes in from other programs. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const mayExport = useMay('coding.export')
  const taken = { id: 'taken', label: t('coding.exchange.taken'), content: <TakenList /> }
  return (
    <>
      <PageHeader
        title={t('coding.exchange.title')}
        lead={t('coding.exchange.lead')}
        back={{ href: `/w/${id}/codes`, label: t('coding.codes.title') }}
      />
      <Tabs
        label={t('coding.exchange.title')}
        tabs={
          mayExport
            ? [
                { id: 'out', label: t('coding.exchange.out'), content: <TakeOut /> },
                { id: 'in', label: t('coding.exchange.in'), content: <BringIn /> },
                taken,
              ]
            : [taken]
        }
      />
    </>
  )
}
