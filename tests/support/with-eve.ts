import { test as base } from 'vitest'
import type { Actor } from './evil-peer.ts'
import { type Fed, type FedWithEve, startFedWithEve } from './federation.ts'

type Cast = Omit<FedWithEve, 'befriendMallory' | 'stop'> & {
  /** Everything of one file, started before its first test. */
  all: FedWithEve & { mallory: Actor }
  /** A community of ours beside Bob's server. */
  fed: Fed
  /** On Bob's own server; Alice follows them, too. */
  mallory: Actor
}

/** Vitest's test in a file that begins with {@link startFedWithEve} and Mallory. */
export const test = base.extend<Cast>({
  all: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const all = await startFedWithEve()
      await use({ ...all, mallory: await all.befriendMallory() })
      await all.stop()
    },
    { scope: 'file' },
  ],
  fed: [({ all }, use) => use(all.fed), { scope: 'file' }],
  evil: [({ all }, use) => use(all.evil), { scope: 'file' }],
  eve: [({ all }, use) => use(all.eve), { scope: 'file' }],
  mallory: [({ all }, use) => use(all.mallory), { scope: 'file' }],
  settled: [({ all }, use) => use(all.settled), { scope: 'file' }],
  search: [({ all }, use) => use(all.search), { scope: 'file' }],
})
