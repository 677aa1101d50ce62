import type { EvidenceBundle } from '../../../shared/api/evidence.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { evidence } from '../../locales/en/evidence.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(evidence)

/** Keeping a copy of a post, with one press. */
export const evidenceItem = (statusId: string, navigate: (to: string) => void): MenuItem => ({
  label: t('keep'),
  hint: t('keepHint'),
  onSelect: () => keepEvidence(statusId, navigate),
})

async function keepEvidence(statusId: string, navigate: (to: string) => void): Promise<void> {
  try {
    await send<EvidenceBundle>('POST', '/api/community/v1/evidence', { status_ids: [statusId] })
    toast(t('kept'), { words: t('look'), run: () => navigate('/evidence') })
  } catch (error) {
    toast(`${t('notKept')} ${reasonOf(error)}`)
  }
}
