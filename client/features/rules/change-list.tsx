import { For, type JSX, Show } from 'solid-js'
import type { RuleChange, RulesDiff } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { languageName } from '../../../shared/text/language-name.ts'
import { isUnchanged, type Segment } from '../../../shared/text/word-diff.ts'
import { texts } from '../../lib/i18n.ts'
import { Badge } from '../../ui/badge.tsx'
import style from './diff.module.css'
import { DiffText } from './diff-text.tsx'

const t = texts(rules)

const TONES = { added: 'ok', removed: 'danger', changed: 'info', moved: undefined } as const

const NAMES = { ground_rule: 'rule', guideline: 'custom', notice: 'notice' } as const

/** What changed between two versions: each rule with its words old and new, and how many stay. */
export function ChangeList(props: { diff: RulesDiff }) {
  const changed = () => props.diff.rules.filter(({ change }) => change !== 'same')
  const same = () => props.diff.rules.length - changed().length
  const nothing = () => changed().length === 0 && isUnchanged(props.diff.intro) && props.diff.translations.length === 0
  return (
    <div class="stack">
      <ol>
        <Show when={!isUnchanged(props.diff.intro)}>
          <Item title={t('intro')}>
            <p class={style.words}>
              <DiffText segments={props.diff.intro} />
            </p>
          </Item>
        </Show>
        <Show when={props.diff.translations.length > 0}>
          <Item title={t('intro')}>
            <p class="hint">{t('translated', props.diff.translations.map(languageName).join(', '))}</p>
          </Item>
        </Show>
        <For each={changed()}>{(rule) => <ChangedRule rule={rule} />}</For>
      </ol>
      <Show when={nothing()}>
        <p>{t('nothing')}</p>
      </Show>
      <Show when={same() > 0}>
        <p class="hint">{t('same', same())}</p>
      </Show>
    </div>
  )
}

function Item(props: { title: string; mark?: JSX.Element; children: JSX.Element }) {
  return (
    <li class={style.change}>
      <div class={style.head}>
        <h3>{props.title}</h3>
        {props.mark}
      </div>
      {props.children}
    </li>
  )
}

function ChangedRule(props: { rule: RuleChange }) {
  const title = () => t(NAMES[props.rule.kind], props.rule.number)
  const mark = () => (
    <Show when={props.rule.change !== 'same' && props.rule.change}>
      {(change) => <Badge tone={TONES[change()]}>{t(change())}</Badge>}
    </Show>
  )
  return (
    <Item title={title()} mark={mark()}>
      <p class={style.words}>
        <DiffText segments={props.rule.text} />
      </p>
      <Part segments={props.rule.hint} label={t('example')} />
      <Part segments={props.rule.ok_examples} label={t('okExamples')} />
      <Part segments={props.rule.not_ok_examples} label={t('notOkExamples')} />
      <Show when={props.rule.enforcement}>
        {(follows) => <p>{t('enforcement', t('follows')[follows().before], t('follows')[follows().after])}</p>}
      </Show>
      <Show when={props.rule.translations.length > 0}>
        <p class="hint">{t('translated', props.rule.translations.map(languageName).join(', '))}</p>
      </Show>
    </Item>
  )
}

function Part(props: { segments: readonly Segment[]; label: string }) {
  return (
    <Show when={props.segments.length > 0}>
      <p class="hint">
        <b>{props.label}:</b> <DiffText segments={props.segments} />
      </p>
    </Show>
  )
}
