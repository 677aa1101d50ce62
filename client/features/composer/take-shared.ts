import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { newKey } from '../../lib/key.ts'
import { joined, takeShared } from '../../lib/shared.ts'
import { toast } from '../../ui/toast.tsx'
import type { Draft } from './draft.ts'
import { keepFile, saveDraft, savedDraft } from './drafts.ts'
import { choose } from './picking.ts'
import { startOfPost } from './start.ts'

/**
 * Puts what another app or a page shared, pictures too, into the draft of a new post, behind what is there already. `asked` is what
 * stood in the address, as links of other sites have it.
 */
export async function shareIntoDraft(
  account: CredentialAccount,
  asked: Record<string, string | undefined>,
): Promise<void> {
  const shared = await takeShared()
  const text = joined([shared?.text, asked.title, asked.text, asked.url])
  const files = shared?.files ?? []
  if (text === '' && files.length === 0) return
  const draft = (await savedDraft(account.id, 'new')) ?? startOfPost(account)
  await saveDraft(account.id, 'new', {
    ...draft,
    text: joined([draft.text, text]),
    pictures: [...draft.pictures, ...(await keepPictures(draft, files))],
  })
}

/** Keeps files beside the draft, which sends them once it is opened; says what could not be taken. */
async function keepPictures(draft: Draft, files: readonly File[]): Promise<Draft['pictures']> {
  const { taken, wrong } = choose(files, sharedLimits.mediaPerPost - draft.pictures.length)
  const added = taken.map((file) => ({ file, picture: { key: newKey(), description: '', focus: { x: 0, y: 0 } } }))
  await Promise.all(added.map(({ file, picture }) => keepFile(picture.key, file)))
  if (wrong) toast(wrong)
  return added.map(({ picture }) => picture)
}
