import type { codingRoutes } from './coding/index.ts'
import type { collectRoutes } from './collect/index.ts'
import type { confidentialityRoutes } from './confidentiality/index.ts'
import type { conversationRoutes } from './conversations/index.ts'
import type { consentRoutes } from './consent/index.ts'
import type { peopleRoutes } from './people/index.ts'
import type { insightRoutes } from './insights/index.ts'
import type { personPageRoutes } from './person-page/index.ts'
import type { ApiOf } from './platform/index.ts'
import type { recruitingRoutes } from './recruiting/index.ts'
import type { requestRoutes } from './requests/index.ts'
import type { segmentRoutes } from './segments/index.ts'
import type { sourceRoutes } from './sources/index.ts'
import type { wordsRoutes } from './words/index.ts'
import type { workspaceRoutes } from './workspace/index.ts'

/** Every route as `METHOD /path` with what it takes and answers; the type that screens and the command line are written against. */
export type Api = ApiOf<
  (
    | typeof workspaceRoutes
    | typeof consentRoutes
    | typeof peopleRoutes
    | typeof sourceRoutes
    | typeof collectRoutes
    | typeof segmentRoutes
    | typeof requestRoutes
    | typeof conversationRoutes
    | typeof codingRoutes
    | typeof recruitingRoutes
    | typeof confidentialityRoutes
    | typeof wordsRoutes
    | typeof insightRoutes
    | typeof personPageRoutes
  )[number]
>
