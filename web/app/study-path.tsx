import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Link as AriaLink } from 'react-aria-components/Link'
import { Icon } from '../kit/icon.tsx'
import { useInSight } from '../kit/in-sight.ts'
import { useWorkspace } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'
import { pages } from './pages.ts'
import { studyOf, studyWay, type Address } from './study-way.ts'

/** Above every page of a study: the steps from plan to report, and the pages of the step one is in. */
export function StudyPath() {
  const t = useText()
  const workspace = useWorkspace()
  const address: Address = useLocation({ select: ({ pathname, search }) => ({ pathname, search }) })
  const studyId = studyOf(address)
  if (studyId === undefined) return null
  const steps = studyWay(pages, { workspace, studyId, address })
  const current = steps.find(({ isHere }) => isHere)
  const overview = `/w/${workspace.id}/studies/${studyId}`
  const isOverview = current === undefined && address.pathname === overview
  return (
    <nav
      aria-label={t('app.study')}
      className="mb-6 flex flex-col gap-1 border-b border-line pb-1.5 text-sm quiet:hidden md:-mt-4"
      data-screen-only
    >
      <Row here={current?.step}>
        <li>
          <Entry href={overview} {...(isOverview ? { at: 'page' } : {})}>
            {t('app.study.overview')}
          </Entry>
        </li>
        {steps.map(({ step, href, isHere, stops }) => (
          <li key={step} className="flex items-center text-line-strong">
            <Icon name="right" size={16} />
            <Entry href={href} {...(isHere ? { at: stops.length > 1 ? 'step' : 'page' } : {})}>
              {t(`app.study.${step}`)}
            </Entry>
          </li>
        ))}
      </Row>
      {current && current.stops.length > 1 && (
        <Row here={current.stops.find(({ isHere }) => isHere)?.href}>
          {current.stops.map(({ href, label, isHere }) => (
            <li key={href}>
              <Entry href={href} {...(isHere ? { at: 'page' } : {})}>
                {t(label)}
              </Entry>
            </li>
          ))}
        </Row>
      )}
    </nav>
  )
}

/** One line that is pushed sideways on a phone, so far that where one is can be seen. */
function Row({ here, children }: { here: string | undefined; children: ReactNode }) {
  const row = useInSight<HTMLOListElement>('[aria-current]', here)
  return (
    <ol ref={row} className="-mx-2 flex items-center overflow-x-auto p-0.5 whitespace-nowrap">
      {children}
    </ol>
  )
}

function Entry({ href, at, children }: { href: string; at?: 'page' | 'step'; children: string }) {
  return (
    <AriaLink
      href={href}
      {...(at ? { 'aria-current': at } : {})}
      className={`control-height flex items-center rounded-md px-2 hover:bg-hover hover:text-ink ${at ? 'font-medium text-ink' : 'text-soft'} ${at === 'page' ? 'bg-line/80' : ''}`}
    >
      {children}
    </AriaLink>
  )
}
