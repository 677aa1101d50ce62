import type { Challenge, Proof } from '../../../shared/api/challenge.ts'
import { send } from '../../api/http.ts'

/** An answer is asked for anew when it is this old, in milliseconds: the server takes none that is over an hour. */
const STALE = 50 * 60_000

/** What the browser proves while the form is filled in, so that one person's browser works and a flood pays. */
export interface Proving {
  /** The proof, once it is there and old enough to be a person's; undefined where none is asked for. */
  proof: () => Promise<Proof | undefined>
  /** Begins again with a new question. */
  again: () => void
}

/** This browser cannot find the number: a person answers `question` instead. */
export class Unable extends Error {
  readonly question: string

  constructor(question: string) {
    super('This browser cannot make the proof.')
    this.question = question
  }
}

/** Begins to prove at once; what fails is tried again when the proof is wanted. */
export function proving(): Proving {
  let begun = begin()
  begun.done.catch(() => undefined)
  const again = () => {
    begun = begin()
    begun.done.catch(() => undefined)
  }
  return {
    again,
    async proof() {
      if (Date.now() - begun.at > STALE) again()
      try {
        return await begun.done
      } catch {
        again()
        return begun.done
      }
    },
  }
}

function begin(): { at: number; done: Promise<Proof | undefined> } {
  const at = Date.now()
  return { at, done: work(at) }
}

async function work(at: number): Promise<Proof | undefined> {
  const challenge = await send<Challenge>('POST', '/api/community/v1/onboarding/challenge')
  if (!challenge.required) return undefined
  const number = await find(challenge).catch(() => -1)
  if (number < 0) throw new Unable(challenge.question)
  // a moment more, so that two clocks need not agree
  const left = at + challenge.wait * 1000 + 500 - Date.now()
  if (left > 0) await new Promise((done) => setTimeout(done, left))
  return { salt: challenge.salt, number, signature: challenge.signature }
}

function find(challenge: Challenge): Promise<number> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate()
      done(data)
    }
    worker.onerror = () => {
      worker.terminate()
      failed(new Error('The check of this browser could not be made.'))
    }
    worker.postMessage(challenge)
  })
}
