/** Every route as `METHOD /path` with what it takes and answers; the type that screens and the command line are written against. */
export type Api = Record<never, never>
