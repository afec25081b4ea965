import type { PageDefinition } from '../kit/page.ts'
import { pages as workspacePages } from '../../src/workspace/ui/index.ts'

/** Every page of every room. A room adds itself by one import of its `ui/index.ts` and one line here. */
export const pages: PageDefinition[] = [...workspacePages]
