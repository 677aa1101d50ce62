import { createSignal, For, Show } from 'solid-js'
import type { WholeFilter } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { filters } from '../../locales/en/filters.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import style from '../lists/own-lists.module.css'
import { Waiting } from '../shell/waiting.tsx'
import { ACTIONS, FilterForm, forgetLists, PATH } from './filter-form.tsx'

const t = texts(filters)

/** One's filters, each to be changed, and a form for another one that begins with some words. */
export function AllFilters(props: { start?: string }) {
  const all = loaded(
    () => undefined,
    (_, signal) => read<WholeFilter[]>(PATH, { signal }),
  )
  const remove = async (id: string) => {
    try {
      await send('DELETE', `${PATH}/${id}`)
      forgetLists()
      all.set((all.value() ?? []).filter((one) => one.id !== id))
      toast(t('removed'))
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
  }
  return (
    <div>
      <section class={`${style.part} stack`} aria-labelledby="h-filters">
        <h2 id="h-filters">{t('yours')}</h2>
        <Show when={all.value()} fallback={<Waiting label={t('loading')} from={all} />}>
          {(list) => (
            <Show when={list().length > 0} fallback={<p>{t('none')}</p>}>
              <ul class={style.list}>
                <For each={list()}>
                  {(one) => (
                    <Line
                      filter={one}
                      onRemove={() => remove(one.id)}
                      onChanged={(now) =>
                        all.set((all.value() ?? []).map((other) => (other.id === now.id ? now : other)))
                      }
                    />
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Show>
      </section>
      <section class={`${style.part} stack`} aria-labelledby="h-make">
        <h2 id="h-make">{t('make')}</h2>
        <FilterForm start={props.start} onSaved={(one) => all.set([...(all.value() ?? []), one])} />
      </section>
    </div>
  )
}

interface LineProps {
  filter: WholeFilter
  onRemove: () => void
  onChanged: (filter: WholeFilter) => void
}

function Line(props: LineProps) {
  const [changing, setChanging] = createSignal(false)
  const action = () => ACTIONS.find(({ value }) => value === props.filter.filter_action)?.text
  return (
    <li>
      <div>
        <b class={style.name} dir="auto">
          {props.filter.title}
        </b>
        <p class="hint">
          {action()}. {props.filter.context.map((one) => t(one)).join(', ')}
          <Show when={props.filter.statuses.length}>{(n) => <>, {t('posts', n())}</>}</Show>
          <Show when={props.filter.expires_at}>
            {(at) => (
              <>
                , {t('until')} <Time at={at()} />
              </>
            )}
          </Show>
        </p>
      </div>
      <Show
        when={changing()}
        fallback={
          <span class="row">
            <Button onClick={() => setChanging(true)}>{t('changeOne', props.filter.title)}</Button>
            <Button kind="quiet" onClick={() => props.onRemove()}>
              {t('remove', props.filter.title)}
            </Button>
          </span>
        }
      >
        <FilterForm filter={props.filter} onSaved={props.onChanged} onLeave={() => setChanging(false)} />
      </Show>
    </li>
  )
}
