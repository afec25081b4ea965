import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { useInSight } from './in-sight.ts'
import { useSearchValue } from './routing.ts'

export type TabDefinition = { id: string; label: ReactNode; content: ReactNode }

/** Views of one thing. The open one stands in the address (`?tab=`), so it can be sent to a colleague. */
export function Tabs({
  label,
  tabs,
  param = 'tab',
}: {
  label: string
  tabs: TabDefinition[]
  param?: string
}) {
  const [wanted, want] = useSearchValue(param)
  const open = tabs.find((tab) => tab.id === wanted) ?? tabs[0]
  const row = useInSight<HTMLDivElement>('[aria-selected=true]', open?.id)
  return (
    <AriaTabs
      {...(open ? { selectedKey: open.id } : {})}
      onSelectionChange={(key) => want(key === tabs[0]?.id ? undefined : String(key))}
    >
      <TabList
        ref={row}
        aria-label={label}
        className="flex gap-5 overflow-x-auto border-b border-line"
        data-screen-only
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="control-height -mb-px flex cursor-pointer items-center border-b-2 border-transparent text-sm whitespace-nowrap text-soft -outline-offset-2 data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-6 outline-offset-4 not-focus:outline-none">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
