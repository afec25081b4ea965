const MB = 1024 * 1024

/**
 * Settings of the embedded PostgreSQL for a machine it shares with ClickHouse and the program: about a thirty-second of the
 * memory as its cache, the rest left to the operating system. Everything that protects what was acknowledged stays on.
 */
export function postgresSettings({ memoryBytes }: { memoryBytes: number }): Record<string, string> {
  const cache = clamp(Math.floor(memoryBytes / 32 / MB), { low: 64, high: 1024 })
  return {
    shared_buffers: `${cache}MB`,
    effective_cache_size: `${Math.max(cache, Math.floor(memoryBytes / 3 / MB))}MB`,
    maintenance_work_mem: '128MB',
    work_mem: '16MB',
    max_connections: '100',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Solid state storage, and queries of milliseconds that a compiler would only delay.
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    // Values may be personal data and do not belong in a log.
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
}

function clamp(value: number, { low, high }: { low: number; high: number }): number {
  return Math.min(high, Math.max(low, value))
}
