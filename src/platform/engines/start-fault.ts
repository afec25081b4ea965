/** Where the program listens, from HOST and PORT. Throws an `Error` that says what to write instead. */
export function listenAddress(environment: NodeJS.ProcessEnv): { host: string; port: number } {
  const { HOST: host = '127.0.0.1', PORT: written = '4780' } = environment
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN
  if (port >= 0 && port <= 65_535) return { host, port }
  throw new Error(`PORT is "${written}", which is no port. Choose a number from 1 to 65535: PORT=4780`)
}

/** One line for whoever starts the program: what is wrong with an address it cannot listen at, and what to do; undefined for other errors. */
export function listenFault(
  error: NodeJS.ErrnoException,
  { host, port }: { host: string; port: number },
): string | undefined {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program. Choose another one: PORT=4781`
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=4780`
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL' || error.code === 'EAI_AGAIN')
    return `HOST is "${host}", which is no address of this machine. Leave it out, or write HOST=0.0.0.0 to be reached from others.`
  return undefined
}

/** The same for a data folder that cannot be made or written to. */
export function folderFault(error: unknown, folder: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const elsewhere = 'or name another folder: SAMTALE_DATA=FOLDER'
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `The data folder ${folder} is a file, or lies in one. Move the file, ${elsewhere}`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || isUnwritableLock(error))
    return `This user may not write to the data folder ${folder}. Give it to them, ${elsewhere}`
  if (code === 'ENOSPC') return `The disk of the data folder ${folder} is full. Make room, ${elsewhere}`
  return undefined
}

/** SQLite, which holds the lock, has words of its own. */
function isUnwritableLock(error: unknown): boolean {
  return error instanceof Error && /unable to open database file|readonly database/.test(error.message)
}
