import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { LargeFiles } from './large-files/large-files.ts'
import type { Mail } from './mail/mail.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { ClickHouse } from './store/clickhouse.ts'
import type { Postgres } from './store/postgres.ts'
import type { Transcriber } from './transcriber.ts'

/** What every action may use. Made once by `server.ts`, or by a test on engines of its own. */
export type App = {
  readonly pg: Postgres
  readonly ch: ClickHouse
  readonly clock: Clock
  readonly mail: Mail
  readonly outbox: Outbox
  readonly jobs: Jobs
  readonly log: Logger
  /** Where recordings lie. */
  readonly largeFiles: LargeFiles
  /** Who turns recordings into words; null where nobody was named. */
  readonly transcriber: Transcriber | null
  /** Secret of this installation for signing links and hashing identifiers (32 bytes, from the data folder or SAMTALE_SECRET). */
  readonly secret: Buffer
  /** Address of this installation as people see it, without a slash at the end. */
  readonly baseUrl: () => string
  /** Folder of this copy of the program. */
  readonly dataDir: string
  /**
   * Milliseconds that whoever asks waits for figures of this moment before kept ones, which bear their age, are good enough; without it as long as
   * it takes. It belongs to one question: see `waitingAtMost`.
   */
  readonly patience?: number
}
