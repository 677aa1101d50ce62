import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { joined, takeShared } from '../../lib/shared.ts'
import { saveDraft, savedDraft } from './drafts.ts'
import { startOfPost } from './start.ts'

/**
 * Puts what another app or a page shared into the draft of a new post, behind what is there already. `asked` is what
 * stood in the address, as links of other sites have it.
 */
export async function shareIntoDraft(
  account: CredentialAccount,
  asked: Record<string, string | undefined>,
): Promise<void> {
  const shared = await takeShared()
  const text = joined([shared?.text, asked.title, asked.text, asked.url])
  if (text === '') return
  const draft = (await savedDraft(account.id, 'new')) ?? startOfPost(account)
  await saveDraft(account.id, 'new', { ...draft, text: joined([draft.text, text]) })
}
