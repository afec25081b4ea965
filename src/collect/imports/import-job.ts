import { z } from 'zod'
import type { JobKind } from '../../platform/index.ts'

/** Brings a file in. Runs again after a crash and goes on from the last batch. */
export const importJob: JobKind<{ workspaceId: string; importId: string }> = {
  name: 'import-file',
  data: z.object({ workspaceId: z.string(), importId: z.string() }),
}
