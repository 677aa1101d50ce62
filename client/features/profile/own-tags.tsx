import { createSignal, For, Show } from 'solid-js'
import type { FeaturedTag, Tag } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { sendOnce } from '../../api/once.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonKeeping } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Button } from '../../ui/button.tsx'
import { PressChip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import style from '../lists/own-lists.module.css'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(profileSettings)

async function readOwn(signal: AbortSignal) {
  const [own, suggested] = await Promise.all([
    read<FeaturedTag[]>('/api/v1/featured_tags', { signal }),
    read<Tag[]>('/api/v1/featured_tags/suggestions', { signal }),
  ])
  return { own, suggested }
}

/** The hashtags on one's own profile: each holds as soon as it is added. */
export function OwnTags() {
  const tags = loaded(
    () => undefined,
    (_, signal) => readOwn(signal),
  )
  const [name, setName] = createSignal('')
  const add = submitting(async () => {
    await sendOnce('/api/v1/featured_tags', { name: name() })
    setName('')
    tags.reload()
  })
  const addThis = (tag: string) => {
    setName(tag)
    add.run()
  }
  const remove = async ({ id }: FeaturedTag) => {
    await send('DELETE', `/api/v1/featured_tags/${id}`).catch((error) =>
      toast(`${t('notSaved')} ${reasonKeeping(error)}`),
    )
    tags.reload()
  }
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-own-tags">
      <h2 id="h-own-tags">{t('tags')}</h2>
      <p class="hint">{t('tagsHint')}</p>
      <Show when={tags.value()} fallback={<Waiting label={t('tagsLoading')} from={tags} />}>
        {(now) => (
          <>
            <ul class={style.list}>
              <For each={now().own}>
                {(tag) => (
                  <li>
                    <a class={style.name} href={`/tags/${encodeURIComponent(tag.name)}`} dir="auto">
                      #{tag.name}
                    </a>
                    <Button kind="quiet" aria-label={t('tagRemove', tag.name)} onClick={() => remove(tag)}>
                      {t('removeLine')}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
            <Show when={now().suggested.length > 0}>
              <p class="row">
                <span class="hint">{t('tagsUsed')}</span>
                <For each={now().suggested}>
                  {(tag) => <PressChip onPress={() => addThis(tag.name)}>#{tag.name}</PressChip>}
                </For>
              </p>
            </Show>
          </>
        )}
      </Show>
      <Form
        label={t('tagAdd')}
        onSubmit={(event) => {
          event.preventDefault()
          if (name().trim() !== '') add.run()
        }}
      >
        <TextField
          label={t('tag')}
          error={add.error() ? reasonKeeping(add.error()) : undefined}
          value={name()}
          onInput={setName}
          autocapitalize="none"
          dir="auto"
        />
        <p>
          <Button type="submit" busy={add.busy()}>
            {t('tagAdd')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
