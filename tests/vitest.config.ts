import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 20_000, hookTimeout: 20_000, pool: 'forks', restoreMocks: true } as const

/**
 * Every *.test.ts under tests/ runs in one of two projects: `client` has a document, `server` takes the
 * rest. Playwright runs tests/e2e, tests/long has its own configuration, and tests/bench is a program of its own.
 */
export default defineConfig({
  root: '.',
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          environment: 'node',
          include: ['tests/**/*.{test,spec}.{ts,tsx}'],
          exclude: ['tests/{client,e2e,bench,long}/**'],
        },
      },
      {
        plugins: [solid()],
        test: {
          ...shared,
          name: 'client',
          environment: 'happy-dom',
          include: ['tests/client/**/*.{test,spec}.{ts,tsx}'],
        },
      },
    ],
  },
})
