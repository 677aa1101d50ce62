import type { CustomEmoji } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'

let asked: Promise<CustomEmoji[]> | undefined

/** The community's own small pictures; asked for once. */
export function ownEmojis(): Promise<CustomEmoji[]> {
  asked ??= read<CustomEmoji[]>('/api/v1/custom_emojis').catch((error: unknown) => {
    asked = undefined
    throw error
  })
  return asked
}
