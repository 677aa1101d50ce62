import { For } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { shortcutWords } from '../../locales/en/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/field.tsx'
import style from './list.module.css'
import { listed, setListed, useShortcuts } from './listen.ts'
import { on, switchShortcuts } from './switch.ts'
import { type Group, shortcuts } from './table.ts'

const t = texts(shortcutWords)

const GROUPS = Object.keys(shortcuts) as Group[]

/** Listens for shortcuts, and lists them when asked. */
export function Shortcuts() {
  useShortcuts()
  return (
    <Dialog open={listed()} wide title={t('title')} onClose={() => setListed(false)}>
      <Tick name="shortcuts" checked={on()} onChange={switchShortcuts}>
        {t('on')}
      </Tick>
      <div class={style.groups}>
        <For each={GROUPS}>
          {(group) => (
            <section>
              <h3>{t('groups')[group]}</h3>
              <dl>
                <For each={shortcuts[group]}>
                  {({ keys, deed }) => (
                    <div class={style.line}>
                      <dt>
                        <For each={keys}>
                          {(key, at) => (
                            <>
                              {at() > 0 ? ` ${t('or')} ` : ''}
                              <Keys of={key} />
                            </>
                          )}
                        </For>
                      </dt>
                      <dd>{t('deeds')[deed]}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <p class="row">
        <Button kind="quiet" onClick={() => setListed(false)}>
          {t('close')}
        </Button>
      </p>
    </Dialog>
  )
}

/** `g h` as two keys after each other, `Alt+n` as two together. */
function Keys(props: { of: string }) {
  const parts = () => props.of.split(/[ +]/)
  return <For each={parts()}>{(part) => <kbd>{t('keys')[part] ?? part}</kbd>}</For>
}
