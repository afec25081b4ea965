import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Real, openly licensed data too large or not free enough to ship; suites named "shared data" run where it lies. */
export const sharedData = join(import.meta.dirname, '../../shared/data')

/** Whether that data is here. Suites that need it say so when it is not. */
export const sharedDataPresent = existsSync(join(sharedData, 'SOURCES.md'))
if (!sharedDataPresent)
  console.warn('shared data is not beside this clone: the suites named "shared data" do not run')
