import { Index } from 'solid-js'
import type { Enforcement, RuleProposal } from '../../../shared/api/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'
import { type Editing, editingDraft, type Proposal } from './editing.ts'
import { newRule, type RuleDraft } from './rule-draft.ts'
import { RuleFields } from './rule-fields.tsx'
import { Ways } from './ways.tsx'

const t = texts(ruleDrafts)

type Kind = 'ground' | 'customs'

const FOLLOWS: Record<Kind, readonly Enforcement[]> = {
  ground: ['removal', 'ladder', 'advice'],
  customs: ['ladder', 'advice'],
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
      <h3>{t('groundRules')}</h3>
      <Rules edit={props.edit} kind="ground" />
      <h3>{t('customs')}</h3>
      <Rules edit={props.edit} kind="customs" />
      <Failed error={submit().error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" busy={submit().busy()} why={props.edit.dirty() ? undefined : t('unchanged')}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}

function Rules(props: { edit: Editing; kind: Kind }) {
  const rules = () => props.edit.draft[props.kind]
  const put = (now: RuleDraft[]) => props.edit.change({ [props.kind]: now })
  const nameOf = (n: number) => (props.kind === 'ground' ? t('rule', n + 1) : t('custom', n + 1))
  const up = (n: number) => {
    const others = rules().filter((_, at) => at !== n)
    put([...others.slice(0, n - 1), ...rules().slice(n, n + 1), ...others.slice(n - 1)])
  }
  return (
    <>
      <Index each={rules()}>
        {(rule, n) => (
          <RuleFields
            rule={rule()}
            name={nameOf(n)}
            follows={FOLLOWS[props.kind]}
            first={n === 0}
            onChange={(part) => put(rules().map((one, at) => (at === n ? { ...one, ...part } : one)))}
            onUp={() => up(n)}
            onRemove={() => put(rules().filter((_, at) => at !== n))}
          />
        )}
      </Index>
      <p class="row">
        <Button onClick={() => put([...rules(), newRule(props.kind === 'ground' ? 'removal' : 'advice')])}>
          {props.kind === 'ground' ? t('addRule') : t('addCustom')}
        </Button>
      </p>
    </>
  )
}
