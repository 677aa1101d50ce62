import { createStore } from 'solid-js/store'
import type { RuleProposal } from '../../../shared/api/rules.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { toast } from '../../ui/toast.tsx'
import { fromRuleDraft, type RuleDraft, toRuleDraft } from './rule-draft.ts'

const t = texts(ruleDrafts)

/** Where a change is written. */
export const DRAFT = '/api/community/v1/rules/draft'

/** A change that is there. */
export type Proposal = NonNullable<RuleProposal['proposal']>

/** The draft while it is edited. */
export interface Draft {
  summary: string
  material: boolean
  intro: string
  ground: RuleDraft[]
  customs: RuleDraft[]
  notices: RuleDraft[]
  around: AroundDraft[]
}

/** What stands round the rules in another language, while it is edited. */
export interface AroundDraft {
  locale: string
  intro: string
  summary: string
  reviewed: boolean
}

const pick = (set: Proposal): Draft => ({
  summary: set.summary,
  material: set.material,
  intro: set.intro,
  ground: set.ground_rules.map(toRuleDraft),
  customs: set.guidelines.map(toRuleDraft),
  notices: set.notices.map(toRuleDraft),
  around: Object.entries(set.translations).map(([locale, { intro, summary, origin }]) => ({
    ...{ locale, intro, summary },
    reviewed: origin === 'reviewed',
  })),
})

const sendAround = (around: readonly AroundDraft[]) =>
  Object.fromEntries(
    around.map(({ locale, intro, summary, reviewed }) => [
      locale,
      { intro, summary, origin: reviewed ? 'reviewed' : 'machine' },
    ]),
  )

/** Edits a copy of the draft and saves it whole; when it failed, what was typed stays. */
export function editingDraft(props: { set: Proposal; onChanged: (now: RuleProposal) => void }) {
  const [draft, setDraft] = createStore<Draft>(pick(props.set))
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const dirty = () => JSON.stringify(draft) !== JSON.stringify(pick(props.set))
  const submit = submitting(async () => {
    if (!dirty()) return
    const saved = await send<RuleProposal>('PATCH', DRAFT, {
      revision: props.set.revision,
      summary: draft.summary,
      material: draft.material,
      intro: draft.intro,
      ground_rules: draft.ground.map(fromRuleDraft),
      guidelines: draft.customs.map(fromRuleDraft),
      notices: draft.notices.map(fromRuleDraft),
      translations: sendAround(draft.around),
    })
    props.onChanged(saved)
    if (saved.proposal) setDraft(pick(saved.proposal))
    toast(t('saved'))
  })
  return { draft, change, dirty, submit }
}

/** What {@link editingDraft} gives. */
export type Editing = ReturnType<typeof editingDraft>
