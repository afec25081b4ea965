import { Loaded, PageHeader, useWorkspace } from '../../../web/kit/index.ts'
import { Doors } from './doors.tsx'
import { useHome } from './insights-data.ts'
import { Overview } from './overview.tsx'

/** The workspace's own page: three doors while it is empty, then what is known and what to do next. */
export function Page() {
  const home = useHome()
  const { name } = useWorkspace()
  return (
    <>
      {home.data === undefined && <PageHeader title={name} />}
      <Loaded query={home}>{(shown) => (shown.isEmpty ? <Doors /> : <Overview home={shown} />)}</Loaded>
    </>
  )
}
