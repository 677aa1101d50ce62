import { defineConfig } from 'vitest/config'

/** What takes long: `npm run test:long`. One at a time, since some of it measures. */
export default defineConfig({
  test: {
    name: 'long',
    environment: 'node',
    include: ['tests/long/**/*.test.ts'],
    testTimeout: 1_800_000,
    fileParallelism: false,
    pool: 'forks',
  },
})
