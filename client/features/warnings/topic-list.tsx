import { createSignal, For, Show } from 'solid-js'
import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { texts } from '../../lib/i18n.ts'
import { warningTopics as words } from '../../locales/en/warning-settings.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import style from './choices.module.css'
import { changeTopic, draftOf, emptyTopic } from './edit-topics.ts'
import { TopicForm } from './topic-form.tsx'

const t = texts(words)

/** Stands for the topic that is not there yet; no slug has such a sign. */
const NEW = '+'

const idOf = (slug: string) => `topic-${slug}`

/** The focus goes to what can be done with a topic, wherever it stands now. */
const focusLine = (slug: string) => requestAnimationFrame(() => document.getElementById(idOf(slug))?.focus())

/** The topics that are offered, each to be changed, moved or retired, and a form for another. */
export function TopicList(props: { topics: readonly WarningTopic[] }) {
  const [editing, setEditing] = createSignal<string>()
  const close = () => {
    const slug = editing() || NEW
    setEditing(undefined)
    focusLine(slug)
  }
  return (
    <div class="stack">
      <ul class={style.list}>
        <For each={props.topics}>
          {(topic, n) => (
            <li class={editing() === topic.slug ? style.whole : undefined}>
              <Show
                when={editing() === topic.slug}
                fallback={
                  <TopicLine topic={topic} n={n()} of={props.topics.length} onEdit={() => setEditing(topic.slug)} />
                }
              >
                <TopicForm
                  title={t('changeTitle', topic.label)}
                  start={draftOf(topic)}
                  slug={topic.slug}
                  onClose={close}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show
        when={editing() === ''}
        fallback={
          <p class="row">
            <Button id={idOf(NEW)} onClick={() => setEditing('')}>
              {t('add')}
            </Button>
          </p>
        }
      >
        <h2>{t('add')}</h2>
        <TopicForm title={t('add')} start={emptyTopic} onClose={close} />
      </Show>
    </div>
  )
}

interface LineProps {
  topic: WarningTopic
  n: number
  of: number
  onEdit: () => void
}

function TopicLine(props: LineProps) {
  const move = async (position: number) => {
    const { slug, label } = props.topic
    if (!(await changeTopic(slug, { position }))) return
    focusLine(slug)
    announce(t('moved', label, position + 1))
  }
  const items = (): MenuItem[] => [
    ...(props.n > 0 ? [{ label: t('up'), onSelect: () => move(props.n - 1) }] : []),
    ...(props.n + 1 < props.of ? [{ label: t('down'), onSelect: () => move(props.n + 1) }] : []),
    { label: t('retire'), apart: true, onSelect: () => retire(props.topic) },
  ]
  return (
    <>
      <TopicWords topic={props.topic} />
      <div class={style.acts}>
        <Button
          id={idOf(props.topic.slug)}
          aria-label={t('changeTitle', props.topic.label)}
          onClick={() => props.onEdit()}
        >
          {t('change')}
        </Button>
        <Menu kind="quiet" label={t('moreAbout', props.topic.label)} items={items()}>
          {t('more')}
        </Menu>
      </div>
    </>
  )
}

async function retire({ slug, label }: WarningTopic): Promise<void> {
  if (!(await changeTopic(slug, { retired: true }))) return
  focusLine(slug)
  toast(t('retiredSaid', label), { words: t('undo'), run: () => putBack(slug) })
}

async function putBack(slug: string): Promise<void> {
  if (await changeTopic(slug, { retired: false })) focusLine(slug)
}

function TopicWords(props: { topic: WarningTopic }) {
  return (
    <div class="stack-s">
      <p class="row">
        <b class={style.name} dir="auto">
          {props.topic.label}
        </b>
        <Badge>{t('kind')[props.topic.kind]}</Badge>
        <Show when={props.topic.discreet}>
          <Badge tone="warn">{t('discreetBadge')}</Badge>
        </Show>
      </p>
      <p>{props.topic.guidance}</p>
      <Show when={props.topic.required_for}>{(what) => <p class="hint">{t('expected', what())}</p>}</Show>
      <Show when={props.topic.aliases.length > 0}>
        <p class="hint">{t('also', props.topic.aliases.join(', '))}</p>
      </Show>
    </div>
  )
}

/** Topics that are no longer offered, with the way back. */
export function RetiredTopics(props: { topics: readonly WarningTopic[] }) {
  return (
    <Show when={props.topics.length > 0}>
      <section class={`${style.part} stack`} aria-labelledby="h-retired">
        <h2 id="h-retired">{t('retiredTitle')}</h2>
        <ul class={style.list}>
          <For each={props.topics}>
            {(topic) => (
              <li>
                <TopicWords topic={topic} />
                <div class={style.acts}>
                  <Button
                    id={idOf(topic.slug)}
                    aria-label={`${t('again')}: ${topic.label}`}
                    onClick={() => putBack(topic.slug)}
                  >
                    {t('again')}
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
