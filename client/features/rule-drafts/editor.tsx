import type { Enforcement, RuleProposal } from '../../../shared/api/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'
import { Around } from './around.tsx'
import { type Editing, editingDraft, type Proposal } from './editing.ts'
import type { RuleDraft } from './rule-draft.ts'
import { RuleList } from './rule-fields.tsx'
import { Ways } from './ways.tsx'

const t = texts(ruleDrafts)

type Kind = 'ground' | 'customs' | 'notices'

const FOLLOWS: Record<Kind, readonly Enforcement[]> = {
  ground: ['removal', 'ladder', 'advice'],
  customs: ['advice', 'ladder'],
  notices: ['advice'],
}

/** The draft: its words, then who stands behind it, then the ways on. */
export function DraftEditor(props: { told: RuleProposal; set: Proposal; onChanged: (now: RuleProposal) => void }) {
  const edit = editingDraft(props)
  return (
    <>
      <section class="stack" aria-labelledby="h-draft">
        <h2 id="h-draft">{t('draftOf', props.set.version)}</h2>
        <Words edit={edit} />
      </section>
      <Ways told={props.told} set={props.set} unsaved={edit.dirty()} onChanged={props.onChanged} />
    </>
  )
}

function Words(props: { edit: Editing }) {
  const submit = () => props.edit.submit
  const draft = () => props.edit.draft
  return (
    <Form label={t('title')} onSubmit={(event) => submit().run(event)} wide>
      <TextArea
        label={t('why')}
        hint={t('whyHint')}
        name="summary"
        rows={3}
        dir="auto"
        error={fieldReason(submit().error(), 'summary')}
        value={draft().summary}
        onInput={(summary) => props.edit.change({ summary })}
      />
      <Tick
        checked={draft().material}
        hint={t('materialHint')}
        onChange={(material) => props.edit.change({ material })}
      >
        {t('material')}
      </Tick>
      <TextArea
        label={t('intro')}
        optional={t('optional')}
        name="intro"
        rows={2}
        dir="auto"
        value={draft().intro}
        onInput={(intro) => props.edit.change({ intro })}
      />
      <Around all={draft().around} onChange={(around) => props.edit.change({ around })} />
      <Rules edit={props.edit} />
      <Failed error={submit().error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" busy={submit().busy()} why={props.edit.dirty() ? undefined : t('unchanged')}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

function Rules(props: { edit: Editing }) {
  const list = (kind: Kind) => ({
    rules: props.edit.draft[kind],
    follows: FOLLOWS[kind],
    onChange: (rules: RuleDraft[]) => props.edit.change({ [kind]: rules }),
  })
  return (
    <>
      <h3>{t('groundRules')}</h3>
      <RuleList {...list('ground')} name={(n) => t('rule', n)} add={t('addRule')} parents />
      <h3>{t('customs')}</h3>
      <RuleList {...list('customs')} name={(n) => t('custom', n)} add={t('addCustom')} parents />
      <h3>{t('notices')}</h3>
      <p class="hint">{t('noticesHint')}</p>
      <RuleList {...list('notices')} name={(n) => t('notice', n)} add={t('addNotice')} />
    </>
  )
}
