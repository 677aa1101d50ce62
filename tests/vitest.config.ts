import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 20_000, hookTimeout: 20_000, pool: 'forks', restoreMocks: true } as const

/** Looks at all statements that were ever declared, so that it has to be by itself. */
const alone = 'tests/server/statements.test.ts'

/**
 * Every *.test.ts under tests/ runs in one of three projects: `client` has a document, `alone` modules of its own for
 * each file, and `server` takes the rest, whose files share them: reading the server anew for each took a third of the
 * time. Playwright runs tests/e2e, tests/long has its own configuration, and tests/bench is a program of its own.
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
          isolate: false,
          include: ['tests/**/*.{test,spec}.{ts,tsx}'],
          exclude: ['tests/{client,e2e,bench,long}/**', alone],
        },
      },
      { test: { ...shared, name: 'alone', environment: 'node', include: [alone] } },
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
