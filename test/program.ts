import { openTestApp, type TestApp } from './app.ts'
import { serveSite, type ServedSite } from './site.ts'

export { signInBrowser } from './site.ts'

/** The whole program in this process, on engines of its own, with the built web app, on a port. */
export type Program = ServedSite & { app: TestApp }

/** Opens it; jobs and outbox run. Close it after the file. */
export async function openProgram(): Promise<Program> {
  const app = await openTestApp()
  return { app, ...(await serveSite(app)) }
}
