import type { MediaAttachment } from '../../../shared/api/wire.ts'
import { Unreachable } from '../../api/http.ts'
import { serverReturned } from '../../api/reach.ts'
import { upload } from '../../api/upload.ts'
import { reasonOf } from '../../lib/reason.ts'
import { keptFile } from './drafts.ts'

/** A picture on its way: how much of it has gone, whether the server is gone, or what is wrong with it. */
export interface Sending {
  part: number
  waiting?: boolean
  problem?: string
}

interface Watch {
  onState: (state: Sending) => void
  signal: AbortSignal
}

/** Sends a draft's picture; while the server is gone it waits. Gives its number, what is wrong, or that its file is lost. */
export async function sendPicture(
  key: string,
  { onState, signal }: Watch,
): Promise<'lost' | { id?: string; problem?: string }> {
  const file = await keptFile(key)
  if (!file) return 'lost'
  const form = new FormData()
  form.set('file', file)
  for (;;) {
    try {
      onState({ part: 0, waiting: false })
      const onPart = (part: number) => onState({ part, waiting: false })
      return { id: (await upload<MediaAttachment>('/api/v2/media', form, { onPart, signal })).id }
    } catch (error) {
      if (signal.aborted) return {}
      if (!(error instanceof Unreachable)) return { problem: reasonOf(error) }
      onState({ part: 0, waiting: true })
      await serverReturned(signal).catch(() => undefined)
    }
  }
}
