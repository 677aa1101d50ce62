import { type Accessor, createMemo } from 'solid-js'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { settled } from '../../lib/settled.ts'
import { join } from '../../locales/en/join.ts'

const t = texts(join)

/** How long a name must stand still before it is asked about, in milliseconds. */
const STILL = 350

interface Answer {
  available: boolean
  error?: string
  description?: string
}

/** What is known about the name while it is typed. */
export interface NameCheck {
  /** Why it cannot be had; `undefined` while unknown or free. */
  error: Accessor<string | undefined>
  free: Accessor<boolean>
}

/** Asks whether a name is free, a moment after the last key press. */
export function checkingName(name: Accessor<string>): NameCheck {
  const asked = settled(() => name().trim(), STILL)
  const answer = loaded(asked, async (username, signal) => {
    if (username === '') return undefined
    const path = `/api/community/v1/onboarding/username?username=${encodeURIComponent(username)}`
    return { username, ...(await read<Answer>(path, { signal })) }
  })
  const current = createMemo(() => {
    const told = answer.value()
    return told?.username === name().trim() ? told : undefined
  })
  return {
    error: () => {
      const told = current()
      return told && !told.available ? (told.description ?? t('usernameMissing')) : undefined
    },
    free: () => current()?.available === true,
  }
}
