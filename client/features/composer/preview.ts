import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { DraftPicture } from './draft.ts'
import { keptFile } from './drafts.ts'

/** An address at which a draft's picture can be seen, for as long as the part that asks is there. */
export function previewOf(picture: Accessor<DraftPicture | undefined>): Accessor<string | undefined> {
  const [address, setAddress] = createSignal<string>()
  const drop = () => {
    const before = address()
    if (before?.startsWith('blob:')) URL.revokeObjectURL(before)
  }
  let gone = false
  createEffect(
    on(
      () => picture()?.key,
      async (key) => {
        const known = picture()?.url
        const file = key === undefined || known ? undefined : await keptFile(key)
        if (gone) return
        drop()
        setAddress(known ?? (file && URL.createObjectURL(file)))
      },
    ),
  )
  onCleanup(() => {
    gone = true
    drop()
  })
  return address
}
