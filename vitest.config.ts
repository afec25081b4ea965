import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // chDB takes one data directory per process, so every test file gets a process of its own.
    pool: 'forks',
    maxWorkers: 2,
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'web/**/*.test.ts',
      'cli/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page, two suites and two engines share a small machine; the second that `expect.poll` waits by default is little.
    expect: { poll: { timeout: 20_000 } },
  },
})
