import { For } from 'solid-js'
import type { TextChoice, WarningChanges, WarningChoice, WarningTopic } from '../../../shared/api/warnings.ts'
import { texts } from '../../lib/i18n.ts'
import { warningSettings } from '../../locales/en/warning-settings.ts'
import { ChoiceField } from './choice-field.tsx'
import style from './choices.module.css'
import { choices, chooseAloud, meant } from './choices.ts'
import { allTopics } from './topics.ts'

const t = texts(warningSettings)

type Word = TextChoice | 'blur'

const WORDS: readonly Word[] = ['open', 'blur', 'fold', 'hide']
const options = WORDS.map((value) => ({ value, words: t('to')[value] }))
const withLike = [{ value: 'like' as const, words: t('like') }, ...options]

const wordOf = ({ text, media }: WarningChoice): Word => (text === 'open' && media !== 'open' ? 'blur' : text)

const keep = (changes: WarningChanges) => chooseAloud(changes, t('kept'))

/** What happens to a warning that has no choice of its own. */
export function GeneralChoice() {
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-general">
      <h2 id="h-general">{t('othersTitle')}</h2>
      <ChoiceField
        label={t('others')}
        hint={t('othersHint')}
        value={wordOf(choices().default)}
        options={options}
        onChoose={(word) => keep({ default: meant[word] })}
      />
    </section>
  )
}

/** What happens to warnings of each topic; retired ones as long as there is a choice for them. */
export function TopicChoices() {
  const shown = () => allTopics().filter((topic) => !topic.retired || choices().topics[topic.slug])
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-topics">
      <h2 id="h-topics">{t('topicsTitle')}</h2>
      <p class="hint">{t('topicsHint')}</p>
      <div>
        <For each={shown()}>{(topic) => <TopicChoice topic={topic} />}</For>
      </div>
    </section>
  )
}

function TopicChoice(props: { topic: WarningTopic }) {
  const slug = () => props.topic.slug
  const now = () => {
    const choice = choices().topics[slug()]
    return choice ? wordOf(choice) : 'like'
  }
  return (
    <ChoiceField
      label={props.topic.retired ? t('retired', props.topic.label) : props.topic.label}
      value={now()}
      options={withLike}
      onChoose={(word) => keep({ topics: { [slug()]: word === 'like' ? null : meant[word] } })}
    />
  )
}
