import { join } from 'node:path'
import { openDiskFiles } from './disk-files.ts'
import type { LargeFiles } from './large-files.ts'
import { openS3Files } from './s3-files.ts'

/** The folder of the data folder in which large files lie where no bucket is named. */
export const largeFilesFolder = (dataDir: string) => join(dataDir, 'files')

/**
 * Large files as the environment says: in a bucket with RECORDINGS_S3_URL, RECORDINGS_S3_KEY and RECORDINGS_S3_SECRET
 * (RECORDINGS_S3_REGION: `us-east-1` unless told), else in the data folder.
 */
export function openLargeFiles(
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): LargeFiles {
  const { RECORDINGS_S3_URL: url, RECORDINGS_S3_KEY: keyId, RECORDINGS_S3_SECRET: secret } = env
  if (!url) return openDiskFiles(largeFilesFolder(dataDir))
  if (!URL.canParse(url) || !keyId || !secret)
    throw new Error(
      'RECORDINGS_S3_URL needs a whole address, and RECORDINGS_S3_KEY and RECORDINGS_S3_SECRET beside it.',
    )
  return openS3Files({ url, keyId, secret, region: env['RECORDINGS_S3_REGION'] || 'us-east-1' })
}
